import type { FieldValue } from '#lib/loan/field.ts';
import type { Compare } from './compare-values.ts';

/** One key of a sorting: the rows' values by it, and their order. */
export interface RowKey {
  values: readonly FieldValue[];
  compare: Compare;
  descending: boolean;
}

/**
 * The order in which so many rows are to stand: their indexes, first row first. The first key is the most important, each further one
 * settles what those before it left equal. Rows that are equal by all keys keep their order in both directions; unknown
 * values come last in both directions.
 */
export function sortRows(rows: number, keys: readonly RowKey[]): number[] {
  const compareRows = (a: number, b: number): number => {
    for (const { values, compare, descending } of keys) {
      const order = compare(values[a] ?? null, values[b] ?? null, descending);
      if (order !== 0) return order;
    }
    return a - b;
  };
  return Array.from({ length: rows }, (_, row) => row).toSorted(compareRows);
}
