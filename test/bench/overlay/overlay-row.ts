import type { BenchRow } from '../bench-row.ts';

/** One bar of this area. */
export function judge(
  browser: string,
  what: string,
  measured: { ours: number; floor: number; unit: string; bar: string; holds: boolean },
  rivals: Readonly<Record<string, number>> = {},
): BenchRow {
  const { ours, floor } = measured;
  const ratio = floor === 0 ? (ours === 0 ? 1 : Number.POSITIVE_INFINITY) : ours / floor;
  return { area: 'overlay', what, browser, ...measured, rivals, ratio };
}
