import type { Clock } from '#lib/base/clock.ts';
import type { OwnedClock } from '#test/unit/bondora/owned-clock.ts';

/** A clock that knows whether somebody waits on it, so that time passes only then. */
export interface WatchedClock extends Clock {
  /** Lets the work come to its end: time passes where it waits, and stands still where the disk or the server are at it. */
  runOut<T>(work: Promise<T>): Promise<T>;
}

// Longer sleeps are limits that nobody means to reach.
const longestWait = 10_000;

export function watchClock(clock: OwnedClock): WatchedClock {
  let waiting = 0;
  return {
    now: () => clock.now(),
    async sleep(ms, signal) {
      const isWait = ms < longestWait;
      if (isWait) waiting += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        if (isWait) waiting -= 1;
      }
    },
    async runOut(work) {
      const state = { isDone: false };
      const end = (): void => {
        state.isDone = true;
      };
      work.then(end, end);
      while (!state.isDone) {
        await clock.settle();
        if (waiting > 0) await clock.advance(50);
      }
      return work;
    },
  };
}
