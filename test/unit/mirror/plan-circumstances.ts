import {
  callQuotas,
  sources,
  type CallQuota,
  type Knowledge,
  type QuotaOutlook,
  type Source,
} from '#lib/mirror/plan-knowledge.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const start = Date.UTC(2026, 0, 5, 8);

export const openQuota: QuotaOutlook = {
  left: 5,
  limit: 5,
  windowMs: hour,
  freeForUserAt: null,
  freeForSyncAt: null,
};

/** A mirror in which everything has just been read, somebody looks at the market, and every call is free. */
export const allFresh: Knowledge = {
  now: start,
  linked: true,
  scopes: null,
  readAt: Object.fromEntries(sources.map((source) => [source, start - minute])) as Record<Source, number>,
  pages: {},
  onSale: true,
  lookedAt: start - minute,
  asked: [],
  unfinished: null,
  notBefore: {},
  stoppedUntil: null,
  vanished: { listings: [], auctions: [] },
  details: { open: [], holdings: [], rest: [], knownAt: new Map() },
  quotas: Object.fromEntries(callQuotas.map((quota) => [quota, openQuota])) as Record<
    CallQuota,
    QuotaOutlook
  >,
};
