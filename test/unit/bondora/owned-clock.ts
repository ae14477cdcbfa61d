import type { Clock } from '#lib/base/clock.ts';

/** A clock whose time passes only when a test says so. */
export interface OwnedClock extends Clock {
  /** Lets time pass, waking every sleeper at its moment, and what follows from it done before the next. */
  advance(ms: number): Promise<void>;
  /**
   * Lets time pass until the work is done; fails when nobody sleeps any more and it is not.
   * @param isBusy while true, something outside is under way that takes real time, and ours stands still
   */
  runUntil<T>(work: Promise<T>, isBusy?: () => boolean): Promise<T>;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Sets the clock as a person may, waking nobody. */
  set(now: number): void;
}

interface Sleeper {
  at: number;
  order: number;
  wake(): void;
}

/** @param start epoch ms */
export function createOwnedClock(start = Date.UTC(2026, 0, 5, 8)): OwnedClock {
  let now = start;
  let order = 0;
  let sleepers: Sleeper[] = [];

  // All that promises do is done before the next turn of the event loop.
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  function findNext(until: number): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) {
      const isEarlier =
        next === undefined || sleeper.at < next.at || (sleeper.at === next.at && sleeper.order < next.order);
      if (sleeper.at <= until && isEarlier) next = sleeper;
    }
    return next;
  }

  function wake(sleeper: Sleeper): void {
    now = Math.max(now, sleeper.at);
    sleepers = sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
  }

  return {
    now: () => now,
    settle,
    set(to) {
      now = to;
    },

    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const stop = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        };
        order += 1;
        const sleeper: Sleeper = {
          at: now + Math.max(0, ms),
          order,
          wake() {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      }),

    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let next = findNext(until); next !== undefined; next = findNext(until)) {
        wake(next);
        await settle();
      }
      now = Math.max(now, until);
    },

    async runUntil(work, isBusy = () => false) {
      const pending = new Set([work]);
      work.catch(() => undefined).finally(() => pending.delete(work));
      await settle();
      while (pending.size > 0) {
        if (isBusy()) {
          await settle();
          continue;
        }
        const next = findNext(Number.POSITIVE_INFINITY);
        if (next === undefined) throw new Error('Nobody sleeps, and the work is not done.');
        wake(next);
        await settle();
      }
      return work;
    },
  };
}
