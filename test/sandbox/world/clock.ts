/** The sandbox's time: the machine's, or the test's own. */
export interface SandboxClock {
  /** Now, as epoch milliseconds. */
  now(): number;
  /** Moves time on. */
  advance(ms: number): void;
}

/** A clock that reads `base` and can be moved on from there. `onAdvance` is told where it got to. */
export function createSandboxClock(
  base: () => number,
  onAdvance: (now: number) => void = () => {},
): SandboxClock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError('The sandbox never goes back in time.');
      ahead += ms;
      onAdvance(base() + ahead);
    },
  };
}
