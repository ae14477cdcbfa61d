/** Milliseconds that each piece of work took: the median of its runs. */
export type Medians<Name extends string> = Record<Name, number>;

/**
 * Runs several pieces of work in turn, so that a slow moment of the machine slows all of them, and gives each one's median.
 * The first rounds, in which the engine still learns the code, do not count.
 */
export function takeTurns<Name extends string>(
  works: Readonly<Record<Name, () => void>>,
  rounds = 31,
  warmUp = 15,
): Medians<Name> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      works[name]();
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Medians<Name>;
}

/** The middle one of the values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The geometric mean, as ratios want to be averaged. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
