import { describe, expect, it } from 'vitest';
import { createLimiter } from '#lib/bondora/limiter.ts';
import { readRefusal } from '#lib/bondora/refusal.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createOwnedClock } from './owned-clock.ts';

const hour = 3_600_000;

function setUp() {
  const clock = createOwnedClock();
  const stores = createMemoryStores();
  const create = () => createLimiter({ clock, store: stores.quotas });
  const signal = new AbortController().signal;
  const take = (limiter: ReturnType<typeof create>) =>
    limiter.takeTurn('secondarymarket', { priority: 'user', when: 'wait', signal });
  return { clock, create, take, signal };
}

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

describe('what an answer 429 tells', () => {
  const now = Date.UTC(2026, 0, 5, 8);

  it.each([
    ['2891', [], 2891],
    [null, ['API calls quota exceeded!', 'Retry after 2891 seconds'], 2891],
    [null, ['retry after  7'], 7],
    ['Mon, 05 Jan 2026 08:01:00 GMT', [], 60],
    ['soon', ['Retry later'], null],
    [null, [], null],
  ])('is a wait, by the header %s and the texts %o', (header, texts, seconds) => {
    expect(readRefusal(header, texts, now).retryAfterSeconds).toBe(seconds);
  });

  it.each([
    ['maximum admitted 5 per Hour.', { calls: 5, windowMs: hour }],
    ['API calls quota exceeded! maximum admitted 1 per Second.', { calls: 1, windowMs: 1000 }],
    ['Maximum admitted 100 per day', { calls: 100, windowMs: 24 * hour }],
    ['maximum admitted 0 per Hour', null],
    ['maximum admitted 5 per fortnight', null],
  ])('is a quota, by the text "%s"', (text, told) => {
    expect(readRefusal(null, [text], now).told).toEqual(told);
  });
});
