import type { CallQuota, Knowledge, Source } from './plan-knowledge.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How one source is read by itself. */
export interface SourceRule {
  quota: CallQuota;
  /** The permission it takes besides a token. */
  scope: string | null;
  /** What a person calls it, to begin a sentence. */
  title: string;
  /** How old it may grow while somebody looks at the market, in ms. */
  freshWhenLookedAt: number;
  /** How old while nobody does, but somebody did in the last week. */
  freshAtRest: number;
}

export const sourceRules: Readonly<Record<Source, SourceRule>> = {
  // Hundreds of megabytes and one of five calls an hour: once an hour at most, and twice a day for the history's sake.
  listings: {
    quota: 'secondarymarket',
    scope: null,
    title: 'The full market',
    freshWhenLookedAt: 55 * minute,
    freshAtRest: 12 * hour,
  },
  // A few dozen that live for minutes to a day: a small answer, a call a second.
  auctions: {
    quota: 'auctions',
    scope: null,
    title: 'Open auctions',
    freshWhenLookedAt: 3 * minute,
    freshAtRest: 6 * hour,
  },
  // Payments are booked once a day; purchases and sales show within the hour.
  investments: {
    quota: 'account/investments',
    scope: 'Investments',
    title: 'Your investments',
    freshWhenLookedAt: hour,
    freshAtRest: day,
  },
  // Costs a call of the market's, so only now and then, and only where something is on sale.
  'own-listings': {
    quota: 'secondarymarket',
    scope: null,
    title: 'Your listings',
    freshWhenLookedAt: 3 * hour,
    freshAtRest: day,
  },
  // What becomes of a bid is settled within minutes.
  bids: {
    quota: 'bids',
    scope: 'BidsRead',
    title: 'Your bids',
    freshWhenLookedAt: 10 * minute,
    freshAtRest: day,
  },
  // Twelve calls an hour, of which the popup's button may want some.
  balance: {
    quota: 'account/balance',
    scope: null,
    title: 'Your balance',
    freshWhenLookedAt: 15 * minute,
    freshAtRest: day,
  },
  // Only tells of write calls, which nobody but the person's own programs makes.
  'event-log': {
    quota: 'eventlog',
    scope: null,
    title: 'The log of your orders',
    freshWhenLookedAt: 6 * hour,
    freshAtRest: day,
  },
};

/** How old details may grow, by why they are wanted: what the person sees and owns is kept younger. */
export const detailsFreshFor = { open: 6 * hour, holdings: day, rest: 7 * day } as const;

/** Ids that one list call takes. */
export const batchSize = 1000;

/** Auctions have no list call: so many are looked up one after another, a second each, before anything else is. */
export const auctionsAtOnce = 20;

/** After a look, somebody is taken to be still there for so long. */
const lookLasts = 30 * minute;
/** Nothing is read for somebody who has not looked for so long. */
const restLasts = 7 * day;

/** Whether somebody looks at the market, did lately, or has been away. */
export function findPresence({
  now,
  lookedAt,
}: Pick<Knowledge, 'now' | 'lookedAt'>): 'looking' | 'resting' | 'away' {
  if (lookedAt === null || now - lookedAt > restLasts) return 'away';
  return now - lookedAt < lookLasts ? 'looking' : 'resting';
}

/** When a source is due by itself, epoch ms; null while nobody wants it or its permission is missing. */
export function findDueTime(source: Source, knowledge: Knowledge): number | null {
  const { readAt, onSale } = knowledge;
  if (isForbidden(source, knowledge)) return null;
  if (source === 'own-listings' && onSale === false) return null;
  const presence = findPresence(knowledge);
  if (presence === 'away') return null;
  const rule = sourceRules[source];
  const at = readAt[source];
  if (at === null) return knowledge.now;
  return at + (presence === 'looking' ? rule.freshWhenLookedAt : rule.freshAtRest);
}

/** Whether the permission that a source takes is known to be missing. */
export function isForbidden(source: Source, { scopes }: Pick<Knowledge, 'scopes'>): boolean {
  const { scope } = sourceRules[source];
  return scope !== null && scopes !== null && !scopes.includes(scope);
}

/** How long a task rests after it failed so many times in a row, in ms: a minute at first, an hour at most. */
export function findRest(failures: number): number {
  return Math.min(hour, minute * 2 ** Math.max(0, failures - 1));
}
