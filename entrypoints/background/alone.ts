/** One piece of work at a time over all contexts of the extension, by a lock of the browser's. */
export interface Alone {
  /** Runs the work unless it runs already; tells whether it did. The lock ends with the context. */
  run(work: () => Promise<void>): Promise<boolean>;
  /** Runs the work once what runs has ended. */
  afterwards(work: () => Promise<void>): Promise<void>;
  isRunning(): Promise<boolean>;
}

/** @param name of the lock */
export function createAlone(name: string): Alone {
  return {
    run: (work) =>
      navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      }),
    afterwards: (work) => navigator.locks.request(name, work),
    async isRunning() {
      const { held = [] } = await navigator.locks.query();
      return held.some((lock) => lock.name === name);
    },
  };
}
