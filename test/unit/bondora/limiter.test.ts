import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter } from '#lib/bondora/limiter.ts';
import type { Priority } from '#lib/bondora/quota-decision.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';

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

  it('keeps that call to the end of the window while somebody may be about to order', async () => {
    const { clock, stores, signal } = setUp();
    let isOrderExpected = true;
    const limiter = createLimiter({
      clock,
      store: stores.quotas,
      isOrderExpected: () => Promise.resolve(isOrderExpected),
    });
    const start = clock.now();
    const take = async (priority: Priority): Promise<void> => {
      await (await limiter.takeTurn('account/balance', { priority, when: 'wait', signal })).settle();
    };
    for (let call = 0; call < 11; call += 1) await take('sync');
    expect((await limiter.status('account/balance', 'sync')).nextFreeAt).toBe(start + grain + hour);
    const last = take('sync');
    await clock.advance(hour - 1);
    await take('order');
    expect(clock.now()).toBe(start + hour - 1);
    await clock.runUntil(last);
    expect(clock.now()).toBe(start + grain + hour);
    isOrderExpected = false;
    expect((await limiter.status('account/balance', 'sync')).nextFreeAt).toBeNull();
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
