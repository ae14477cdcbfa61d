import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter, type Turn } from '#lib/bondora/limiter.ts';
import type { Priority } from '#lib/bondora/quota-decision.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';
import { createSeededRandom } from './seeded-random.ts';

const hour = 3_600_000;
const grain = 16;

function setUp() {
  const clock = createOwnedClock();
  const stores = createMemoryStores();
  const create = (): Limiter => createLimiter({ clock, store: stores.quotas });
  const signal = new AbortController().signal;
  const take = (limiter: Limiter, priority: Priority = 'user', when: 'now' | 'wait' = 'wait') =>
    limiter.takeTurn('secondarymarket', { priority, when, signal });
  return { clock, stores, create, take, signal };
}

describe('a window', () => {
  it('holds as many calls as the table says, and the next is free an hour after the answer to its first', async () => {
    const { clock, create, take } = setUp();
    const limiter = create();
    const start = clock.now();
    for (let call = 0; call < 5; call += 1) {
      const turn = await take(limiter);
      await clock.advance(100);
      await turn.settle();
    }
    await expect(take(limiter, 'user', 'now')).rejects.toMatchObject({
      code: 'rate-limited',
      data: { freeAt: start + 100 + grain + hour },
    });
    await clock.runUntil(take(limiter));
    expect(clock.now()).toBe(start + 100 + grain + hour);
  });

  it('is remembered by the next background, with a call that the last did not live to settle', async () => {
    const { clock, create, take } = setUp();
    await take(create());
    await clock.advance(30_000);
    const restarted = clock.now();
    for (let call = 0; call < 4; call += 1) await (await take(create())).settle();
    const next = create();
    expect((await next.status('secondarymarket')).left).toBe(0);
    await clock.runUntil(take(next));
    expect(clock.now()).toBe(restarted + grain + hour);
  });

  it('opens at the latest shortly after the background died that made its first call', async () => {
    const { clock, create, take } = setUp();
    await take(create());
    await clock.advance(30_000);
    const next = create();
    expect(await next.status('secondarymarket')).toMatchObject({ left: 4, nextFreeAt: null });
    const restarted = clock.now();
    await clock.advance(hour - 1000);
    // These may have opened the next window, or be the last of this one.
    for (let call = 0; call < 4; call += 1) await (await take(next)).settle();
    expect(await next.status('secondarymarket')).toMatchObject({
      left: 0,
      nextFreeAt: restarted + 5000 + hour,
    });
  });

  it('gives back a call that never left', async () => {
    const { create, take } = setUp();
    const limiter = create();
    const turn = await take(limiter);
    expect((await limiter.status('secondarymarket')).left).toBe(4);
    await turn.giveBack();
    expect((await limiter.status('secondarymarket')).left).toBe(5);
  });

  it('counts a call that may have arrived after its end in both windows', async () => {
    const { clock, create, take } = setUp();
    const limiter = create();
    await (await take(limiter)).settle();
    await clock.advance(hour - 50);
    const late = await take(limiter);
    await clock.advance(100);
    await late.settle();
    expect((await limiter.status('secondarymarket')).left).toBe(4);
    for (let call = 0; call < 4; call += 1) await (await take(limiter)).settle();
    expect((await limiter.status('secondarymarket')).left).toBe(0);
  });

  it('may have opened with a call that broke off, or with the next', async () => {
    const { clock, create, take } = setUp();
    const limiter = create();
    const start = clock.now();
    await (await take(limiter)).settleLost();
    await clock.advance(600_000);
    for (let call = 0; call < 4; call += 1) await (await take(limiter)).settle();
    const nextFreeAt = async () => (await limiter.status('secondarymarket')).nextFreeAt;
    expect(await nextFreeAt()).toBe(start + 5000 + hour);
    // By then the window is over if the lost call opened it; else it holds four calls, and one more.
    await (await clock.runUntil(take(limiter))).settle();
    expect(await nextFreeAt()).toBe(start + 600_000 + grain + hour);
  });

  it('outlives a clock that was a year ahead', async () => {
    const { clock, create, take } = setUp();
    const now = clock.now();
    clock.set(now + 365 * 24 * hour);
    for (let call = 0; call < 5; call += 1) await (await take(create())).settle();
    clock.set(now);
    const limiter = create();
    await clock.runUntil(take(limiter));
    expect(clock.now() - now).toBeLessThanOrEqual(hour + 60_000);
  });

  it('starts afresh over a record that is damaged', async () => {
    const { stores, create } = setUp();
    for (const damaged of [null, 7, 'x', [], { windows: 'x' }, { windows: [], calls: [{}] }]) {
      stores.records.set('secondarymarket', damaged);
      expect((await create().status('secondarymarket')).left).toBe(5);
    }
  });
});

describe('a refusal', () => {
  const refuse = async (
    told: { calls: number; windowMs: number } | null,
    retryAfterSeconds: number | null,
  ) => {
    const rig = setUp();
    const limiter = rig.create();
    const until = await (await rig.take(limiter)).settleRefused({ retryAfterSeconds, told });
    return { ...rig, limiter: rig.create(), until, start: rig.clock.now() };
  };

  it('blocks until the moment it names, and is remembered', async () => {
    const { clock, limiter, take, until, start } = await refuse(null, 600);
    expect(until).toBe(start + 601_000);
    expect(await limiter.status('secondarymarket')).toMatchObject({ left: 0, nextFreeAt: until });
    await clock.runUntil(take(limiter));
    expect(clock.now()).toBe(until);
  });

  it('blocks for a window when it names no moment', async () => {
    const { until, start } = await refuse(null, null);
    expect(until).toBe(start + hour);
  });

  it('corrects the quota when it names another, for a week', async () => {
    const { clock, limiter } = await refuse({ calls: 2, windowMs: 24 * hour }, 60);
    expect(await limiter.status('secondarymarket')).toMatchObject({ limit: 2, windowMs: 24 * hour });
    await clock.advance(7 * 24 * hour);
    expect(await limiter.status('secondarymarket')).toMatchObject({ limit: 5, windowMs: hour });
  });

  it('is no reason to call more often when it names a quota for a shorter window', async () => {
    const { limiter } = await refuse({ calls: 1, windowMs: 1000 }, 1);
    expect(await limiter.status('secondarymarket')).toMatchObject({ limit: 5, windowMs: hour });
  });

  it('makes an endpoint of one a second an hourly one when it asks for a wait that long', async () => {
    const { clock, create, signal } = setUp();
    const limiter = create();
    const request = { priority: 'user', when: 'wait', signal } as const;
    const turn = await limiter.takeTurn('loanpart/item', request);
    await turn.settleRefused({ retryAfterSeconds: 1500, told: null });
    expect(await create().status('loanpart/item')).toMatchObject({ limit: 1, windowMs: hour, left: 0 });
    await clock.advance(7 * 24 * hour);
    expect(await create().status('loanpart/item')).toMatchObject({ limit: 1, windowMs: 1000, left: 1 });
  });
});

describe('the line', () => {
  it('lets orders go before people and people before background work', async () => {
    const { clock, create, signal } = setUp();
    const limiter = create();
    const gone: string[] = [];
    const enter = async (name: string, priority: Priority): Promise<void> => {
      const turn = await limiter.takeTurn('auctions', { priority, when: 'wait', signal });
      gone.push(name);
      await turn.settle();
    };
    const all = Promise.all([
      enter('first sync', 'sync'),
      enter('second sync', 'sync'),
      enter('first user', 'user'),
      enter('order', 'order'),
      enter('second user', 'user'),
    ]);
    await clock.runUntil(all);
    expect(gone).toEqual(['order', 'first user', 'second user', 'first sync', 'second sync']);
  });

  it('keeps the last call of a window from background work until the window is nearly over', async () => {
    const { clock, create, signal } = setUp();
    const limiter = create();
    const start = clock.now();
    const take = async (priority: Priority): Promise<void> => {
      await (await limiter.takeTurn('account/balance', { priority, when: 'wait', signal })).settle();
    };
    for (let call = 0; call < 11; call += 1) await take('sync');
    const last = take('sync');
    await clock.settle();
    await take('order');
    expect(clock.now()).toBe(start);
    await clock.runUntil(last);
    expect(clock.now()).toBe(start + grain + hour);
    for (let call = 0; call < 11; call += 1) {
      if (call < 10) await take('sync');
      else await clock.runUntil(take('sync'));
    }
    expect(clock.now() - start).toBeLessThan(2 * hour + 1000);
    expect(clock.now() - start).toBeGreaterThanOrEqual(hour + 0.99 * hour);
  });

  it('forgets who stopped waiting, and gives their turn to the next', async () => {
    const { clock, create } = setUp();
    const limiter = create();
    const stop = new AbortController();
    const go = new AbortController();
    const turn = await limiter.takeTurn('auctions', { priority: 'user', when: 'wait', signal: go.signal });
    const stopped = limiter.takeTurn('auctions', { priority: 'user', when: 'wait', signal: stop.signal });
    const next = limiter.takeTurn('auctions', { priority: 'user', when: 'wait', signal: go.signal });
    await turn.settle();
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    await clock.runUntil(next);
    await expect(
      limiter.takeTurn('auctions', { priority: 'user', when: 'now', signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });

  it('fails its callers when the store fails, and works again when the store does', async () => {
    const { clock, stores, signal } = setUp();
    let broken = true;
    const limiter = createLimiter({
      clock,
      store: {
        ...stores.quotas,
        update: (key, change) =>
          broken ? Promise.reject(new Error('disk')) : stores.quotas.update(key, change),
      },
    });
    const request = { priority: 'user', when: 'wait', signal } as const;
    await expect(limiter.takeTurn('auctions', request)).rejects.toThrow('disk');
    broken = false;
    await (await limiter.takeTurn('auctions', request)).settle();
  });
});

it('never lets a server in fixed windows refuse a call, whatever the journeys, deaths and gaps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.constantFrom('secondarymarket', 'account/balance', 'auctions'),
      async (seed, key) => {
        const { clock, create, signal } = setUp();
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
