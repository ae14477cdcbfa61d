import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  createMarketService,
  type MarketPorts,
  type MarketService,
} from '../../../entrypoints/background/market.ts';
import { AppError } from '#lib/base/app-error.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMarketRepository } from '#lib/store/market-repository.ts';
import { createRecords } from '#lib/store/records.ts';

const item = (n: number): { Id: string } => ({ Id: `0000000${n}-1111-4111-8111-111111111111` });

function answer(...items: unknown[]): ReadableStream<Uint8Array> {
  const envelope = {
    TotalCount: items.length,
    Count: items.length,
    Payload: items,
    Success: true,
    Errors: null,
  };
  return new Blob([JSON.stringify(envelope)]).stream();
}

/** A service over a database of its own; `pages` is what the API answers, call by call. */
function createService(
  pages: (() => ReadableStream<Uint8Array>)[],
  name: string = crypto.randomUUID(),
): { service: MarketService; ports: MarketPorts } {
  const open = createDatabase(name);
  let running = false;
  const ports: MarketPorts = {
    clock: { now: () => 1000, sleep: async () => undefined },
    states: createRecords(open, 'states'),
    market: createMarketRepository(open),
    fetchPage: async () => {
      const next = pages.shift();
      if (next === undefined) throw new AppError('network', 'Bondora cannot be reached.');
      return next();
    },
    decode: (raw) => ({ listingId: (raw as { Id: string }).Id }),
    quota: async () => ({ left: 4, limit: 5, nextFreeAt: null }),
    changed: async () => undefined,
    alone: async (work) => {
      if (running) return false;
      running = true;
      try {
        await work();
      } finally {
        running = false;
      }
      return true;
    },
    isRunning: async () => running,
  };
  return { service: createMarketService(ports), ports };
}

describe('createMarketService', () => {
  it('tells that nothing is mirrored before the first pull', async () => {
    const { service } = createService([]);
    expect(await service.status()).toMatchObject({
      listings: 0,
      pulledAt: null,
      running: false,
      callsLeft: 4,
    });
    expect(await service.currentPull()).toBeNull();
  });

  it('reads from a pull once it is complete', async () => {
    const { service, ports } = createService([() => answer(item(1), item(2))]);
    await service.pull();
    expect(await service.status()).toMatchObject({
      listings: 2,
      pulledAt: 1000,
      running: false,
      problem: null,
    });
    const pull = (await service.currentPull()) ?? '';
    expect((await ports.market.readChunks(pull, [0])).get(0)?.rows).toBe(2);
  });

  it('keeps the mirror before it when a pull fails, and says why', async () => {
    const { service, ports } = createService([
      () => answer(item(1)),
      () => new Blob(['{"Payload":[']).stream(),
    ]);
    await service.pull();
    const before = await service.currentPull();
    await expect(service.pull()).rejects.toMatchObject({ code: 'nonsense' });
    await expect(service.pull()).rejects.toMatchObject({ code: 'network' });
    expect(await service.currentPull()).toBe(before);
    expect((await ports.market.readChunks(before ?? '', [0])).size).toBe(1);
    expect(await service.status()).toMatchObject({ listings: 1, problem: 'Bondora cannot be reached.' });
  });

  it('tells until when Bondora takes no call', async () => {
    const { service, ports } = createService([]);
    ports.fetchPage = () =>
      Promise.reject(new AppError('rate-limited', 'No further call.', { data: { freeAt: 5000 } }));
    await expect(service.pull()).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await service.status()).toMatchObject({ problem: 'No further call.', problemEndsAt: 5000 });
  });

  it.each([
    ['is complete', [() => answer(item(1))], 1],
    ['has failed', [], 0],
  ] as const)('tells pages last that nothing runs any more when a pull %s', async (_, pages, listings) => {
    const { service, ports } = createService([...pages]);
    const told: { running: boolean; listings: number }[] = [];
    ports.changed = async () => void told.push(await service.status());
    await service.pull().catch(() => undefined);
    expect(told[0]).toMatchObject({ running: true, listings: 0 });
    expect(told.at(-1)).toMatchObject({ running: false, listings });
  });

  it('runs one pull at a time', async () => {
    const { service } = createService([() => answer(item(1))]);
    await Promise.all([service.pull(), service.pull()]);
    expect(await service.status()).toMatchObject({ listings: 1, problem: null });
  });

  it('tells after the death of the background that a pull broke off', async () => {
    const name = crypto.randomUUID();
    const dying = createService([() => answer(item(1))], name);
    await dying.service.pull();
    await dying.ports.states.update('pull', (state) => ({
      ...(state as object),
      running: { pull: 'dead', startedAt: 1, received: 3, total: 9 },
    }));
    const { service } = createService([], name);
    const status = await service.status();
    expect(status).toMatchObject({ listings: 1, running: false, progress: null });
    expect(status.problem).toContain('broke off');
  });
});
