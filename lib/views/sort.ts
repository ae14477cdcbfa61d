import type { FieldValue } from '#lib/loan/field.ts';
import type { Compare } from './compare-values.ts';

/**
 * The order in which rows with these values are to stand: their indexes, first row first.
 * Rows of equal value keep their order in both directions; unknown values come last in both directions.
 */
export function sortRows(values: readonly FieldValue[], compare: Compare, descending: boolean): number[] {
  return values
    .map((_, index) => index)
    .toSorted((a, b) => compare(values[a] ?? null, values[b] ?? null, descending) || a - b);
}
