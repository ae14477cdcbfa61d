/** How often an endpoint may be called, and how much one call may ask for. */
export interface Quota {
  /** Calls that fit into one window. */
  calls: number;
  /** Length of the server's fixed window, which its first call opens. */
  windowMs: number;
  /** Calls of each window that background work leaves to people and orders until the window is nearly over. */
  reserve?: number;
  /** Items of the largest page. */
  largestPage?: number;
  /** Items of the largest batch. */
  largestBatch?: number;
  /** How long the head of an answer may take; large answers are made whole before the first byte is sent. */
  headLimitMs: number;
  /** How often a read is tried in all. Few times where calls are dear. */
  attempts: number;
}

const hour = 3_600_000;
const perSecond = { calls: 1, windowMs: 1000, headLimitMs: 30_000, attempts: 4 };

/**
 * What Bondora grants, per endpoint and account. Hourly figures and page sizes: its API change log; one call a second
 * for all others: its documentation of 2015–2018. Endpoints that share a line share one counter, to be on the
 * safe side where it is not known whether the server counts the verbs and ids apart.
 */
export const quotas = {
  'account/balance': { calls: 12, windowMs: hour, reserve: 1, headLimitMs: 30_000, attempts: 2 },
  'account/investments': {
    calls: 5,
    windowMs: hour,
    largestPage: 50_000,
    headLimitMs: 180_000,
    attempts: 2,
  },
  secondarymarket: {
    calls: 5,
    windowMs: hour,
    reserve: 1,
    largestPage: 100_000,
    headLimitMs: 180_000,
    attempts: 2,
  },
  'secondarymarket/item': { calls: 5, windowMs: hour, headLimitMs: 30_000, attempts: 2 },
  'secondarymarket/list': {
    calls: 12,
    windowMs: hour,
    reserve: 1,
    largestBatch: 1000,
    headLimitMs: 60_000,
    attempts: 2,
  },
  'loanpart/list': {
    calls: 12,
    windowMs: hour,
    reserve: 1,
    largestBatch: 1000,
    headLimitMs: 60_000,
    attempts: 2,
  },
  'secondarymarket/buy': { ...perSecond, largestBatch: 100 },
  'secondarymarket/sell': { ...perSecond, largestBatch: 100 },
  'secondarymarket/cancel': { ...perSecond, largestBatch: 100 },
  'secondarymarket/item/cancel': perSecond,
  'loanpart/item': perSecond,
  auctions: { ...perSecond, largestPage: 20_000, headLimitMs: 60_000 },
  auction: perSecond,
  bids: { ...perSecond, largestPage: 20_000, headLimitMs: 60_000 },
  bid: { ...perSecond, largestBatch: 100 },
  'bid/item': perSecond,
  'bid/cancel': perSecond,
  eventlog: { ...perSecond, largestPage: 20_000, headLimitMs: 60_000 },
  reports: perSecond,
  report: perSecond,
  'report/item': { ...perSecond, headLimitMs: 120_000 },
  publicdataset: { ...perSecond, largestPage: 10_000, headLimitMs: 120_000 },
} as const satisfies Record<string, Quota>;

export type QuotaKey = keyof typeof quotas;

/** The quota of an endpoint. */
export function getQuota(key: QuotaKey): Quota {
  return quotas[key];
}
