import type { Fact } from './list-columns.ts';

/** What came of reading a page against what is true of it. */
export interface Tally {
  right: number;
  unknown: number;
  /** Values that are true of no row, each told with the row that it is nearest to. */
  wrong: string[];
}

/** Counts what was read: the known values of a row must all be true of one and the same row. */
export function checkFacts(read: readonly Fact[], facts: readonly Fact[]): Tally {
  const tally: Tally = { right: 0, unknown: 0, wrong: [] };
  for (const record of read) {
    const values = Object.entries(record);
    const known = values.filter(([, value]) => value !== null);
    tally.unknown += values.length - known.length;
    const [nearest = []] = facts
      .map((fact) => known.filter(([name, value]) => fact[name] !== value))
      .toSorted((one, other) => one.length - other.length);
    tally.right += known.length - nearest.length;
    tally.wrong.push(...nearest.map(([name, value]) => `${name} is read as ${JSON.stringify(value)}`));
  }
  return tally;
}
