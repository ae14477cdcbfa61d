/** What Bondora is asked for as a whole. `event-log` is Bondora's record of the write calls made for this account. */
export const sources = [
  'investments',
  'own-listings',
  'bids',
  'balance',
  'event-log',
  'listings',
  'auctions',
] as const;
export type Source = (typeof sources)[number];

/** What a call is made for: a source, the ends of what vanished, or details of loan parts. */
export const tasks = [...sources, 'ended-listings', 'ended-auctions', 'details'] as const;
export type Task = (typeof tasks)[number];

/** The counters of Bondora's that the mirror's calls fall under, by the API's addresses. */
export const callQuotas = [
  'secondarymarket',
  'secondarymarket/list',
  'loanpart/list',
  'auctions',
  'auction',
  'bids',
  'eventlog',
  'account/balance',
  'account/investments',
] as const;
export type CallQuota = (typeof callQuotas)[number];

/** What one counter still grants. Times are epoch ms; null is now. */
export interface QuotaOutlook {
  /** Calls left in the current window, the person's reserve included. */
  left: number;
  limit: number;
  windowMs: number;
  /** When a call that a person waits for may leave. */
  freeForUserAt: number | null;
  /** When background work may: it leaves the reserve of a window to people and orders. */
  freeForSyncAt: number | null;
}

/** Loan parts whose details are of use, each list in the order of worth. A part may stand in several. */
export interface WantedDetails {
  /** On a page that a person has open. */
  open: readonly string[];
  /** The person's own. */
  holdings: readonly string[];
  /** Others, such as the cheapest offers; the whole market in the mode that wants all details. */
  rest: readonly string[];
  /** When the details that are on disk were read, by loan part; epoch ms. */
  knownAt: ReadonlyMap<string, number>;
}

/** Everything the next call depends on. Times are epoch ms; null is never. */
export interface Knowledge {
  now: number;
  linked: boolean;
  /** Permissions granted; null when the token does not tell. */
  scopes: readonly string[] | null;
  /** When each source was last read to its end. */
  readAt: Readonly<Record<Source, number | null>>;
  /** Calls that a source takes, a page each, where it is known to be more than one. */
  pages: Readonly<Partial<Record<Source, number>>>;
  /** Whether a part of the person's is on sale; null when not known. */
  onSale: boolean | null;
  /** When a page of the market last asked for its rows. */
  lookedAt: number | null;
  /** What a person asked for, in this order. */
  asked: readonly Source[];
  /** A pull that broke off and of which pages are still on disk and young. */
  unfinished: Source | null;
  /** Before when a task is not tried again, after it failed. */
  notBefore: Readonly<Partial<Record<Task, number>>>;
  /** Until when a person wants nothing to be read by itself. */
  stoppedUntil: number | null;
  /** What is gone from the lists and not yet looked up: listings and auctions by their ids. */
  vanished: { listings: readonly string[]; auctions: readonly string[] };
  details: WantedDetails;
  quotas: Readonly<Record<CallQuota, QuotaOutlook>>;
}

/** One call to be made. */
export type PlannedCall = {
  quota: CallQuota;
  /** A call that a person waits for may take the reserve. */
  priority: 'user' | 'sync';
} & (
  | { task: Source }
  | { task: 'ended-listings'; listingIds: readonly string[] }
  /** One call each, and what is found out is written together. */
  | { task: 'ended-auctions'; auctionIds: readonly string[] }
  | { task: 'details'; loanPartIds: readonly string[] }
);

export interface Plan {
  /** To be made now; null when nothing is due or no call is free. */
  next: PlannedCall | null;
  /** When there will be something to do, epoch ms: now if there is, null when nothing is in sight. */
  at: number | null;
  /** What is going on and what comes next, for a person. */
  sentences: readonly string[];
}
