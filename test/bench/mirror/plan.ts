import { createLimiter } from '#lib/bondora/limiter.ts';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import { sources, type CallQuota, type Knowledge, type PlannedCall } from '#lib/mirror/plan-knowledge.ts';
import { createMemoryStores } from '#test/unit/bondora/memory-stores.ts';
import { createOwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createSimulatedServer } from '#test/unit/bondora/simulated-server.ts';
import type { BenchRow } from '../bench-row.ts';

const parts = 40_000;
const hour = 3_600_000;
/**
 * The least time in which the quotas allow to know the details of 40,000 loan parts. `loanpart/list` takes 1,000 ids a call:
 * 40 calls. It grants 12 calls in a window of an hour that its first call opens; who calls all of them at once at each
 * window's beginning has made 12 at 0 h, 24 at 1 h, 36 at 2 h, and the 4 that are left at 3 h. No other order is faster: a
 * window can begin no earlier than the one before it has ended. That the ids have to be read first, and that calls travel,
 * is left out: it is part of what the 2 % are for.
 */
const lowerBound = 3 * hour;
/** How long a call of the server's takes, there and back; the market itself takes a minute. */
const journey = { there: 500, back: 1500 };
const marketTakes = 60_000;

const quotaKeys = [
  'secondarymarket',
  'secondarymarket/list',
  'loanpart/list',
  'auctions',
  'auction',
  'bids',
  'eventlog',
  'account/balance',
  'account/investments',
] as const satisfies readonly CallQuota[];

/**
 * From an empty mirror to all details of a market of 40,000, by the plan, the limiter and the quota table that are shipped,
 * against a server that counts as Bondora does, on a clock of its own. Throws when a call was refused, or made for what was
 * known and fresh.
 */
export async function measurePlan(): Promise<BenchRow> {
  const took = await startCold(false);
  const withOrders = await startCold(true);
  const ratio = took / lowerBound;
  return {
    area: 'mirror',
    what: 'plan: cold start to all details of 40,000 parts (simulated)',
    browser: 'node',
    ours: took / 60_000,
    floor: lowerBound / 60_000,
    rivals: { 'with a call kept for orders all the time': withOrders / 60_000 },
    ratio,
    bar: '≤ 1.02 × what the quotas allow',
    holds: ratio <= 1.02,
    unit: 'min',
  };
}

/** Milliseconds until all details were known. */
async function startCold(isOrderExpected: boolean): Promise<number> {
  const clock = createOwnedClock();
  const begin = clock.now();
  const limiter = createLimiter({
    clock,
    store: createMemoryStores().quotas,
    isOrderExpected: () => Promise.resolve(isOrderExpected),
  });
  const server = createSimulatedServer({ clock, travel: () => journey });
  const knownAt = new Map<string, number>();
  const readAt = Object.fromEntries(sources.map((source) => [source, null])) as Knowledge['readAt'];
  const read: Record<string, number | null> = readAt;
  let market: string[] = [];
  let asked = 0;

  const look = async (): Promise<Knowledge> => ({
    now: clock.now(),
    linked: true,
    scopes: null,
    readAt,
    pages: {},
    onSale: null,
    // Somebody looks all the time: then the plan wants everything else the most.
    lookedAt: clock.now(),
    asked: [],
    unfinished: null,
    notBefore: {},
    stoppedUntil: null,
    vanished: { listings: [], auctions: [] },
    details: { open: market.slice(0, 50), holdings: market.slice(-20), rest: market, knownAt },
    quotas: await readQuotas(limiter),
  });

  const make = async (call: PlannedCall): Promise<void> => {
    const signal = new AbortController().signal;
    const turn = await limiter.takeTurn(call.quota, { priority: call.priority, when: 'now', signal });
    await server.fetch(`https://api.bondora.com/api/v1/${call.quota}`, { method: 'GET', signal });
    await turn.settle();
    switch (call.task) {
      case 'details':
        asked += call.loanPartIds.length;
        for (const id of call.loanPartIds) knownAt.set(id, clock.now());
        return;
      case 'listings':
        await clock.sleep(marketTakes);
        market = Array.from({ length: parts }, (_, n) => `part${n}`);
        read[call.task] = clock.now();
        return;
      default:
        read[call.task] = clock.now();
    }
  };

  const work = async (): Promise<void> => {
    while (knownAt.size < parts) {
      const { next, at } = planCalls(await look());
      if (next !== null) await make(next);
      else if (at === null) throw new Error('The plan gave up.');
      else await clock.sleep(at - clock.now());
    }
  };
  await clock.runUntil(work());

  const refused = server.arrivals.filter((arrival) => arrival.refused);
  if (refused.length > 0) throw new Error(`${refused.length} calls were refused`);
  if (asked !== parts) throw new Error(`${asked - parts} details were asked for again while they were fresh`);
  return clock.now() - begin;
}

async function readQuotas(limiter: ReturnType<typeof createLimiter>): Promise<Knowledge['quotas']> {
  const entries = quotaKeys.map(async (key) => {
    const { nextFreeAt: freeForUserAt, ...status } = await limiter.status(key, 'user');
    const { nextFreeAt: freeForSyncAt } = await limiter.status(key, 'sync');
    return [key, { ...status, freeForUserAt, freeForSyncAt }] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Knowledge['quotas'];
}
