import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '#lib/loan/field.ts';
import { createCompare, type Compare } from '#lib/views/compare-values.ts';
import { sortRows } from '#lib/views/sort.ts';

const sortBy = (values: readonly FieldValue[], compare: Compare, descending: boolean): number[] =>
  sortRows(values.length, [{ values, compare, descending }]);

describe('sortRows', () => {
  it('puts unknown last in both directions', () => {
    const compare = createCompare('rate');
    expect(sortBy([null, 0.2, -0.1, null, 0.3], compare, false)).toEqual([2, 1, 4, 0, 3]);
    expect(sortBy([null, 0.2, -0.1, null, 0.3], compare, true)).toEqual([4, 1, 2, 0, 3]);
  });

  it('keeps the order of equal rows in both directions', () => {
    const compare = createCompare('count');
    expect(sortBy([1, 1, 0, 1], compare, false)).toEqual([2, 0, 1, 3]);
    expect(sortBy([1, 1, 0, 1], compare, true)).toEqual([0, 1, 3, 2]);
  });

  it('orders ratings by risk, and one that it does not know after them', () => {
    const values = ['HR', 'A', 'Z', 'AA', null, 'C'];
    expect(sortBy(values, createCompare('rating'), false).map((at) => values[at])).toEqual([
      'AA',
      'A',
      'C',
      'HR',
      'Z',
      null,
    ]);
  });

  it('orders texts by the alphabet whatever their case', () => {
    const values = ['beta', 'Alpha', 'gamma', 'alpha'];
    expect(sortBy(values, createCompare('text'), false).map((at) => values[at])).toEqual([
      'Alpha',
      'alpha',
      'beta',
      'gamma',
    ]);
  });

  it('settles by the next key what one leaves equal, each in its own direction', () => {
    const ratings = {
      values: ['B', 'A', 'B', null, 'A'],
      compare: createCompare('rating'),
      descending: false,
    };
    const prices = { values: [1, 2, 3, 9, null], compare: createCompare('money'), descending: true };
    expect(sortRows(5, [ratings, prices])).toEqual([1, 4, 2, 0, 3]);
    expect(sortRows(5, [prices, ratings])).toEqual([3, 2, 1, 0, 4]);
    expect(
      sortRows(5, [
        { ...ratings, descending: true },
        { ...prices, descending: false },
      ]),
    ).toEqual([0, 2, 1, 4, 3]);
    expect(sortRows(3, [])).toEqual([0, 1, 2]);
  });

  it('gives every row once, in order', () => {
    const compare = createCompare('number');
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ noNaN: true }))), fc.boolean(), (values, descending) => {
        const order = sortBy(values, compare, descending);
        expect(order.toSorted((a, b) => a - b)).toEqual(values.map((_, at) => at));
        for (let i = 1; i < order.length; i++) {
          const [before, after] = [
            values[order[i - 1] as number] ?? null,
            values[order[i] as number] ?? null,
          ];
          expect(compare(before, after, descending)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
