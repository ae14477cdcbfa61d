import { expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { BondoraClient, CallOptions } from '#lib/bondora/client.ts';
import { getQuota, type QuotaKey } from '#lib/bondora/quota-table.ts';
import { createTestClient } from './client-rig.ts';
import { createMemoryStores, lastingGrant } from './memory-stores.ts';
import { createMortalBackground, type MortalBackground } from './mortal-background.ts';
import { createOwnedClock } from './owned-clock.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSimulatedServer } from './simulated-server.ts';

const hour = 3_600_000;
const minute = 60_000;
const id = '0a0b0c0d-1111-2222-3333-444455556666';

// Work without end for every endpoint that grants calls by the hour.
const syncs: Partial<Record<QuotaKey, (client: BondoraClient, options: CallOptions) => Promise<unknown>>> = {
  'account/balance': (client, options) => client.getAccountBalance({}, options),
  'account/investments': (client, options) => client.listInvestments({}, options),
  secondarymarket: (client, options) => client.listSecondaryMarket({}, options),
  'secondarymarket/list': (client, options) => client.listSecondaryMarketItems({ ids: [id] }, options),
  'loanpart/list': (client, options) => client.listLoanParts({ ids: [id] }, options),
};

const seeds = [24, 25, 26, 27, 28];
it.for(seeds)(
  'a day of mixed callers (%i) is refused nothing, wastes nothing, and no order waits',
  async (seed) => {
    const clock = createOwnedClock();
    const random = createSeededRandom(seed);
    const stores = createMemoryStores(lastingGrant);
    const start = clock.now();
    const end = start + 24 * hour;
    const server = createSimulatedServer({
      clock,
      travel: (key) =>
        key !== 'token' && getQuota(key).windowMs === hour
          ? { there: 20 + random() * 180, back: 300 + random() * 15_000 }
          : { there: 0.5 + random(), back: 0.5 + random() },
    });

    // A person looks at a listing for a minute before ordering it.
    let isOrderExpected = false;
    const expectation = { isOrderExpected: () => Promise.resolve(isOrderExpected) };
    let life = createMortalBackground(server.fetch, clock, stores);
    let client = createTestClient({ ...life, random, ...expectation });
    const orders: { id: string; key: QuotaKey; askedAt: number }[] = [];
    const failures: unknown[] = [];
    const note = (error: unknown): void => {
      if (!(error instanceof AppError) || error.code !== 'rate-limited') failures.push(error);
    };

    // A background ends every few minutes, in the middle of whatever it does, and the next takes up the same work.
    const runSyncs = (of: MortalBackground, by: BondoraClient): void => {
      for (const sync of Object.values(syncs)) {
        void (async () => {
          while (of.isAlive()) await sync(by, { priority: 'sync' }).catch(note);
        })();
      }
    };
    const live = async (): Promise<void> => {
      while (clock.now() < end) {
        life = createMortalBackground(server.fetch, clock, stores);
        client = createTestClient({ ...life, random, ...expectation });
        runSyncs(life, client);
        await clock.sleep(minute + random() * 10 * minute);
        life.kill();
        await clock.sleep(random() * 2000);
      }
    };

    // People look now and then, and rather hear "not now" than wait.
    const look = async (): Promise<void> => {
      while (clock.now() < end) {
        await clock.sleep(random() * 20 * minute);
        const by = client;
        const looks = [by.listInvestments({}, { when: 'now' }), by.listSecondaryMarket({}, { when: 'now' })];
        for (const seen of looks) void seen.catch(note);
      }
    };

    // An order looks at what it is about, and is sent.
    const order = async (): Promise<void> => {
      const steps: [QuotaKey, (ids: string[]) => Promise<unknown>][] = [
        ['loanpart/list', (ids) => client.listLoanParts({ ids }, { priority: 'order' })],
        ['secondarymarket/list', (ids) => client.listSecondaryMarketItems({ ids }, { priority: 'order' })],
        ['secondarymarket/buy', (ids) => client.buySecondaryMarket({ ids })],
      ];
      while (clock.now() < end) {
        await clock.sleep((60 + random() * 20) * minute);
        isOrderExpected = true;
        await clock.sleep(minute);
        for (const [key, step] of steps) {
          while (!life.isAlive() && clock.now() < end) await clock.sleep(100);
          if (clock.now() >= end) return;
          const orderId = `1a0b0c0d-1111-2222-3333-${String(orders.length).padStart(12, '0')}`;
          orders.push({ id: orderId, key, askedAt: clock.now() });
          void step([orderId]).catch(note);
          await clock.sleep(minute);
        }
        isOrderExpected = false;
      }
    };

    const all = Promise.all([live(), look(), order()]);
    await clock.runUntil(all);

    expect(server.arrivals.filter(({ refused }) => refused)).toEqual([]);
    expect(failures).toEqual([]);
    for (const key of Object.keys(syncs) as QuotaKey[]) {
      const { calls } = getQuota(key);
      const made = server.arrivals.filter((arrival) => arrival.key === key && arrival.at < end);
      expect(made.length / (24 * calls), key).toBeGreaterThanOrEqual(0.98);
    }
    expect(orders.length).toBeGreaterThan(50);
    const journey = 200;
    const waits = orders.map(({ id: orderId, key, askedAt }) => {
      const leftAt = server.arrivals.find(({ body }) => body.includes(orderId))?.at ?? Number.NaN;
      // Whatever left on its endpoint after it asked was on its way already.
      const before = server.arrivals.filter(
        (arrival) => arrival.key === key && arrival.at > askedAt + journey && arrival.at < leftAt,
      );
      expect(before).toEqual([]);
      return { key, wait: leftAt - askedAt };
    });
    expect(waits.filter(({ wait }) => !(wait < journey))).toEqual([]);
  },
);

it('work without end uses up one call a second, and an order goes before it', async () => {
  const clock = createOwnedClock();
  const random = createSeededRandom(7);
  const stores = createMemoryStores(lastingGrant);
  const server = createSimulatedServer({ clock, travel: () => ({ there: 0.5 * random(), back: random() }) });
  const client = createTestClient({ fetch: server.fetch, clock, stores, random });
  const start = clock.now();
  const end = start + 10 * minute;
  const waits: number[] = [];

  const sync = async (): Promise<void> => {
    while (clock.now() < end) await client.listAuctions({}, { priority: 'sync' });
  };
  const order = async (): Promise<void> => {
    while (clock.now() < end) {
      await clock.sleep(10_000 * random());
      const askedAt = clock.now();
      await client.listAuctions({}, { priority: 'order' });
      waits.push(clock.now() - askedAt);
    }
  };
  await clock.runUntil(Promise.all([sync(), sync(), sync(), order()]));

  expect(server.arrivals.filter(({ refused }) => refused)).toEqual([]);
  expect(server.arrivals.filter(({ at }) => at < end).length / 600).toBeGreaterThanOrEqual(0.98);
  // The call that is out already, and no other.
  expect(Math.max(...waits)).toBeLessThan(1100);
});
