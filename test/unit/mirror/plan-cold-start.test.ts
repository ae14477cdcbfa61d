import { describe, expect, it } from 'vitest';
import { createLimiter } from '#lib/bondora/limiter.ts';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import { callQuotas, type CallQuota, type Knowledge, type Source } from '#lib/mirror/plan-knowledge.ts';
import { createMemoryStores } from '#test/unit/bondora/memory-stores.ts';
import { createOwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { allFresh, hour } from './plan-circumstances.ts';

const parts = 40_000;
// 12 calls of 1000 an hour: 12 at once, 12 at 1 h, 12 at 2 h, and the 4 that are left at 3 h.
const lowerBound = 3 * hour;
const journey = 2000;

describe('a cold start', () => {
  it.each([
    ['while nobody is about to order', false],
    ['while an order may come at any time', true],
  ])(
    'knows all details of a market of 40,000 as soon as the quotas allow, %s',
    async (_, isOrderExpected) => {
      const clock = createOwnedClock();
      const begin = clock.now();
      const { quotas: store } = createMemoryStores();
      const limiter = createLimiter({ clock, store, isOrderExpected: async () => isOrderExpected });
      const knownAt = new Map<string, number>();
      const readAt: Record<Source, number | null> = { ...allFresh.readAt };
      for (const source of Object.keys(readAt) as Source[]) readAt[source] = null;
      let market: string[] = [];
      const asked = new Map<string, number>();
      const reads: string[] = [];

      const look = async (): Promise<Knowledge> => ({
        ...allFresh,
        now: clock.now(),
        lookedAt: clock.now(),
        readAt: { ...readAt },
        details: { open: market.slice(0, 50), holdings: market.slice(-20), rest: market, knownAt },
        quotas: Object.fromEntries(
          await Promise.all(
            callQuotas.map(async (key) => {
              const { nextFreeAt: freeForUserAt, ...status } = await limiter.status(key, 'user');
              const { nextFreeAt: freeForSyncAt } = await limiter.status(key, 'sync');
              return [key, { ...status, freeForUserAt, freeForSyncAt }];
            }),
          ),
        ) as Record<CallQuota, Knowledge['quotas'][CallQuota]>,
      });

      const work = async (): Promise<void> => {
        while (knownAt.size < parts) {
          const { next, at } = planCalls(await look());
          if (next === null) {
            if (at === null) throw new Error('The plan gave up.');
            await clock.sleep(at - clock.now());
            continue;
          }
          const signal = new AbortController().signal;
          const turn = await limiter.takeTurn(next.quota, { priority: next.priority, when: 'now', signal });
          await clock.sleep(journey);
          await turn.settle();
          if (next.task === 'details') {
            for (const id of next.loanPartIds) {
              asked.set(id, (asked.get(id) ?? 0) + 1);
              knownAt.set(id, clock.now());
            }
            continue;
          }
          reads.push(next.task);
          readAt[next.task as Source] = clock.now();
          if (next.task === 'listings') market = Array.from({ length: parts }, (__, n) => `part${n}`);
        }
      };
      await clock.runUntil(work());

      expect((clock.now() - begin) / lowerBound).toBeLessThanOrEqual(1.02);
      // Nothing that is known and fresh was asked for again; of what the page shows and of holdings neither.
      expect([...asked.values()].every((times) => times === 1)).toBe(true);
      expect(asked.size).toBe(parts);
      expect(reads.filter((task) => task === 'listings').length).toBeLessThanOrEqual(4);
    },
  );
});
