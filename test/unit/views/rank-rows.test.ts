import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { ratings } from '#lib/loan/rating.ts';
import { createCompare } from '#lib/views/compare-values.ts';
import { rankRows, type RankKey } from '#lib/views/rank-rows.ts';

/** Rows sorted by their columns. */
function rank(records: readonly LoanRecord[], ...by: [id: FieldId, descending: boolean][]): number[] {
  const source = createRowColumns(records, 0 as Day);
  const keys = by.map(([id, descending]): RankKey => ({
    column: source.column(id),
    kind: getField(id).kind,
    descending,
  }));
  return Array.from(rankRows(records.length, keys));
}

/** The same by comparing two rows at a time. */
function compareRows(records: readonly LoanRecord[], ...by: [id: FieldId, descending: boolean][]): number[] {
  return records
    .map((_, row) => row)
    .toSorted((a, b) => {
      for (const [id, descending] of by) {
        const compare = createCompare(getField(id).kind);
        const order = compare(records[a]?.[id] ?? null, records[b]?.[id] ?? null, descending);
        if (order !== 0) return order;
      }
      return a - b;
    });
}

const record = fc.record(
  {
    price: fc.option(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -3, max: 3 }),
        fc.constant(-0),
      ),
    ),
    daysLate: fc.option(fc.integer({ min: 0, max: 5 })),
    rating: fc.option(fc.constantFrom(...ratings)),
    userName: fc.option(fc.constantFrom('', 'a', 'B', 'b', 'é', 'e', 'z', 'BO10', 'BO9')),
  },
  { requiredKeys: [] },
);

describe('rankRows', () => {
  it('sorts by several keys, the first the most important', () => {
    const records = [
      { rating: 'B', price: 2 },
      { rating: 'A', price: 1 },
      { rating: 'B', price: 3 },
      { price: 9 },
      { rating: 'A', price: null },
    ];
    expect(rank(records, ['rating', false], ['price', true])).toEqual([1, 4, 2, 0, 3]);
    expect(rank(records, ['rating', true], ['price', false])).toEqual([0, 2, 1, 4, 3]);
  });

  it('leaves rows as they are without a key', () => {
    expect(rank([{}, {}, {}])).toEqual([0, 1, 2]);
    expect(rank([])).toEqual([]);
  });

  it('does what comparing row by row does', () => {
    const key = fc.tuple(fc.constantFrom<FieldId>('price', 'daysLate', 'rating', 'userName'), fc.boolean());
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.array(key, { maxLength: 3 }), (records, keys) => {
        expect(rank(records, ...keys)).toEqual(compareRows(records, ...keys));
      }),
      { numRuns: 500 },
    );
  });
});
