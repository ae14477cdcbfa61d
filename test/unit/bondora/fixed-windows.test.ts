import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLimiter, type Limiter, type Turn } from '#lib/bondora/limiter.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { createSeededRandom } from './seeded-random.ts';

const hour = 3_600_000;

it('never lets a server in fixed windows refuse a call, whatever the journeys, deaths and gaps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.constantFrom('secondarymarket', 'account/balance', 'auctions'),
      async (seed, key) => {
        const clock = createOwnedClock();
        const stores = createMemoryStores();
        const create = (): Limiter => createLimiter({ clock, store: stores.quotas });
        const signal = new AbortController().signal;
        const random = createSeededRandom(seed);
        const isHourly = key !== 'auctions';
        const [calls, windowMs] = key === 'auctions' ? [1, 1000] : [key === 'secondarymarket' ? 5 : 12, hour];
        const scale = isHourly ? 1 : 1 / 600;
        let limiter = create();
        let opened = { at: Number.NEGATIVE_INFINITY, calls: 0 };
        let refused = 0;
        const diedAt = new Map<Limiter, number>();

        const travel = async (turn: Turn, by: Limiter): Promise<void> => {
          await clock.sleep(random() * 30_000 * scale);
          // What has not arrived a little after its background died does not arrive.
          if (clock.now() > (diedAt.get(by) ?? clock.now()) + 5000) return;
          const fate = random();
          if (fate < 0.05) return turn.settleLost();
          if (clock.now() >= opened.at + windowMs) opened = { at: clock.now(), calls: 0 };
          opened.calls += 1;
          if (opened.calls > calls) refused += 1;
          if (fate < 0.1) return turn.settleLost();
          await clock.sleep(random() * 60_000 * scale);
          if (fate > 0.15 || !diedAt.has(by)) await turn.settle();
        };
        const call = async (by: Limiter): Promise<void> => {
          const turn = await by.takeTurn(key, { priority: 'sync', when: 'wait', signal });
          if (diedAt.has(by)) return;
          if (random() < 0.05) await turn.giveBack();
          else await travel(turn, by);
        };
        for (let step = 0; step < 60; step += 1) {
          // A background that died leaves no caller behind; its calls still travel.
          if (random() < 0.1) {
            diedAt.set(limiter, clock.now());
            limiter = create();
          }
          const made = Array.from({ length: Math.ceil(random() * 3) }, () => call(limiter));
          await clock.runUntil(Promise.race(made));
          if (random() < 0.3) await clock.advance(random() * windowMs * 1.2);
        }
        expect(refused).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});
