import { describe, expect, it } from 'vitest';
import { beginTurns, workInTurns } from '#components/overlay/turns.ts';
import type { Clock } from '#lib/base/clock.ts';

/** A clock that only work moves. */
function createHandClock(): Clock & { pass(ms: number): void } {
  let at = 0;
  return {
    now: () => at,
    sleep: () => Promise.reject(new Error('Nobody sleeps here.')),
    pass: (ms) => (at += ms),
  };
}

const many = Array.from({ length: 400 }, (_, i) => i);

describe('work in turns', () => {
  it('on few rows is done at once, however long it takes', () => {
    const clock = createHandClock();
    const turns = beginTurns(clock, new AbortController().signal);
    clock.pass(1000);
    expect(turns.pause(100)).toBeUndefined();
  });

  it('on many rows lets the page have its turn whenever ours was long enough', async () => {
    const clock = createHandClock();
    const turns = beginTurns(clock, new AbortController().signal);
    const startedAt: number[] = [];
    let pageTurns = 0;
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      pageTurns += 1;
      channel.port2.postMessage(null);
    });
    channel.port1.start();
    channel.port2.postMessage(null);
    await workInTurns(
      many,
      () => {
        startedAt.push(clock.now());
        clock.pass(1);
      },
      turns,
    );
    turns.end();
    channel.port1.close();
    channel.port2.close();
    expect(startedAt).toEqual(many);
    // Ten milliseconds each, so that 400 take 39 pauses; the page got something in between.
    expect(pageTurns).toBeGreaterThan(0);
  });

  it('ends with the signal, also while the page has its turn', async () => {
    const clock = createHandClock();
    const ending = new AbortController();
    const turns = beginTurns(clock, ending.signal);
    let done = 0;
    const working = workInTurns(
      many,
      () => {
        done += 1;
        clock.pass(4);
      },
      turns,
    );
    ending.abort(new Error('over'));
    await expect(working).rejects.toThrow('over');
    turns.end();
    expect(done).toBe(3);
  });
});
