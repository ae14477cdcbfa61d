import type { Clock } from '#lib/base/clock.ts';
import type { Fetch } from '#lib/bondora/exchange.ts';
import type { MemoryStores } from './memory-stores.ts';
import type { OwnedClock } from './owned-clock.ts';

/** What a background has of the world, until it is ended from one moment to the next. */
export interface MortalBackground {
  fetch: Fetch;
  clock: OwnedClock;
  stores: MemoryStores;
  /** Ends it: nothing it waits for comes back, and nothing it still would do is done. What is on its way arrives. */
  kill(): void;
  isAlive(): boolean;
}

/** A background over stores and a network that outlive it. */
export function createMortalBackground(
  fetch: Fetch,
  clock: OwnedClock,
  stores: MemoryStores,
): MortalBackground {
  let alive = true;

  function live<T>(begin: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!alive) return;
      begin().then(
        (value) => {
          if (alive) resolve(value);
        },
        (error: unknown) => {
          if (alive) reject(error);
        },
      );
    });
  }

  const sleep: Clock['sleep'] = (ms, signal) => live(() => clock.sleep(ms, signal));
  return {
    isAlive: () => alive,
    kill() {
      alive = false;
    },
    clock: { ...clock, sleep },
    fetch: (url, init) => live(() => fetch(url, init)),
    stores: {
      ...stores,
      quotas: {
        read: (key) => live(() => stores.quotas.read(key)),
        update: (key, change) => live(() => stores.quotas.update(key, change)),
      },
      tokens: {
        ...stores.tokens,
        read: () => live(() => stores.tokens.read()),
        replace: (seen, grant) => live(() => stores.tokens.replace(seen, grant)),
      },
    },
  };
}
