import { describe, expect, it } from 'vitest';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import type { CallQuota, Knowledge, QuotaOutlook, Source } from '#lib/mirror/plan-knowledge.ts';
import { allFresh, hour, minute, openQuota, start } from './plan-circumstances.ts';

const day = 24 * hour;

function read(ages: Partial<Record<Source, number | null>>): Pick<Knowledge, 'readAt'> {
  const readAt = { ...allFresh.readAt };
  for (const [source, age] of Object.entries(ages))
    readAt[source as Source] = age === null ? null : start - age;
  return { readAt };
}

function withQuota(quota: CallQuota, outlook: Partial<QuotaOutlook>): Pick<Knowledge, 'quotas'> {
  return { quotas: { ...allFresh.quotas, [quota]: { ...openQuota, ...outlook } } };
}

function want(details: Partial<Knowledge['details']>): Pick<Knowledge, 'details'> {
  return { details: { ...allFresh.details, ...details } };
}

const old: Pick<Knowledge, 'readAt'> = read({
  investments: 2 * day,
  'own-listings': 2 * day,
  bids: 2 * day,
  balance: 2 * day,
  'event-log': 2 * day,
  listings: 2 * day,
  auctions: 2 * day,
});

const next = (change: Partial<Knowledge>) => planCalls({ ...allFresh, ...change }).next;

describe('planCalls', () => {
  it.each<[string, Partial<Knowledge>, string]>([
    ['the market when it is an hour old and looked at', read({ listings: hour }), 'listings'],
    ['the market when it was never read', read({ listings: null }), 'listings'],
    ['auctions after minutes while the market is looked at', read({ auctions: 4 * minute }), 'auctions'],
    [
      'investments after an hour while the market is looked at',
      read({ investments: 2 * hour }),
      'investments',
    ],
    ['bids after ten minutes', read({ bids: 11 * minute }), 'bids'],
    ['the balance', read({ balance: 20 * minute }), 'balance'],
    ['own listings where something is on sale', read({ 'own-listings': 4 * hour }), 'own-listings'],
    ['the event log', read({ 'event-log': 7 * hour }), 'event-log'],
    ['own holdings before the market', { ...old }, 'investments'],
    ['what was asked for before all else', { ...old, asked: ['listings'] }, 'listings'],
    ['what broke off before what was asked for', { ...old, unfinished: 'bids', asked: ['listings'] }, 'bids'],
    ['what a person has open before own holdings', { ...old, ...want({ open: ['a'] }) }, 'details'],
    [
      'the market before what vanished',
      { ...read({ listings: hour }), vanished: { listings: ['a'], auctions: [] } },
      'listings',
    ],
    [
      'what vanished before details',
      { vanished: { listings: ['a'], auctions: [] }, ...want({ rest: ['b'] }) },
      'ended-listings',
    ],
    ['vanished auctions', { vanished: { listings: [], auctions: ['a'] } }, 'ended-auctions'],
    ['details at last', want({ rest: ['b'] }), 'details'],
  ])('reads %s', (_, change, task) => {
    expect(next(change)?.task).toBe(task);
  });

  it.each<[string, Partial<Knowledge>]>([
    ['everything is fresh', {}],
    ['no account is linked', { ...old, linked: false, asked: ['listings'] }],
    ['nobody has looked for a week', { ...old, ...want({ rest: ['a'] }), lookedAt: start - 8 * day }],
    ['nobody ever looked', { ...old, lookedAt: null }],
    [
      'a person stopped it',
      { ...old, ...want({ open: ['a'] }), unfinished: 'listings', stoppedUntil: start + 1 },
    ],
    [
      'nobody looks just now and the market is an hour old',
      { ...read({ listings: hour }), lookedAt: start - hour },
    ],
    ['the permission is missing', { ...read({ investments: null, bids: null }), scopes: ['SmBuy'] }],
    ['it was asked for without its permission', { scopes: [], asked: ['investments', 'bids'] }],
    ['nothing is on sale', { ...read({ 'own-listings': null }), onSale: false }],
    ['it failed a moment ago', { ...read({ listings: null }), notBefore: { listings: start + 1 } }],
    [
      'no call is free',
      {
        ...read({ listings: null }),
        ...withQuota('secondarymarket', { left: 0, freeForUserAt: start + 1, freeForSyncAt: start + 1 }),
      },
    ],
    [
      'the person’s own call is the last',
      { ...read({ listings: null }), ...withQuota('secondarymarket', { left: 1, freeForSyncAt: start + 1 }) },
    ],
    [
      'there are not calls for all its pages',
      { ...read({ listings: null }), pages: { listings: 3 }, ...withQuota('secondarymarket', { left: 2 }) },
    ],
  ])('reads nothing when %s', (_, change) => {
    expect(next(change)).toBeNull();
  });

  it('gives a person the call that it keeps from background work, even after a stop and a failure', () => {
    const asked = next({
      asked: ['listings'],
      stoppedUntil: start + hour,
      notBefore: { listings: start + hour },
      ...withQuota('secondarymarket', { left: 1, freeForSyncAt: start + hour }),
    });
    expect(asked).toEqual({ task: 'listings', quota: 'secondarymarket', priority: 'user' });
  });

  it('passes over what waits for its quota and makes the call that can be made', () => {
    const blocked = withQuota('account/investments', {
      left: 0,
      freeForUserAt: start + hour,
      freeForSyncAt: start + hour,
    });
    expect(next({ ...old, ...blocked })?.task).toBe('own-listings');
  });

  it('fills a call for what is open with holdings and the cheapest, in this order, once each', () => {
    const ids = (name: string, count: number): string[] =>
      Array.from({ length: count }, (_, n) => `${name}${n}`);
    const call = next(
      want({
        open: ['seen', 'fresh'],
        holdings: ['own', 'seen'],
        rest: ids('rest', 2000),
        knownAt: new Map([['fresh', start - minute]]),
      }),
    );
    expect(call).toMatchObject({ task: 'details', priority: 'user' });
    const asked = call?.task === 'details' ? call.loanPartIds : [];
    expect(asked.slice(0, 4)).toEqual(['seen', 'own', 'rest0', 'rest1']);
    expect(asked).toHaveLength(1000);
    expect(new Set(asked).size).toBe(1000);
  });

  it('leaves the reserve alone for details that nobody sees', () => {
    const kept = withQuota('loanpart/list', { left: 1, freeForSyncAt: start + minute });
    expect(next({ ...want({ holdings: ['own'] }), ...kept })).toBeNull();
    expect(next({ ...want({ open: ['seen'] }), ...kept })?.task).toBe('details');
  });

  it('asks for the vanished a thousand at a time', () => {
    const listings = Array.from({ length: 1500 }, (_, n) => `gone${n}`);
    const call = next({ vanished: { listings, auctions: [] } });
    expect(call?.task === 'ended-listings' && call.listingIds).toEqual(listings.slice(0, 1000));
  });

  it.each<[string, Partial<Knowledge>, number | null]>([
    ['the first source grows too old', {}, start - minute + 3 * minute],
    [
      'the next call is free',
      {
        ...read({ listings: null }),
        ...withQuota('secondarymarket', { left: 0, freeForUserAt: start + 5, freeForSyncAt: start + 5 }),
      },
      start + 5,
    ],
    ['the stop ends', { ...old, stoppedUntil: start + 7 }, start + 7],
    [
      'details grow too old',
      { lookedAt: null, ...want({ open: ['a'], knownAt: new Map([['a', start]]) }) },
      start + 6 * hour,
    ],
    ['nothing, where nobody looks', { lookedAt: null }, null],
  ])('tells that there is something to do when %s', (_, change, at) => {
    expect(planCalls({ ...allFresh, ...change })).toMatchObject({ next: null, at });
  });
});
