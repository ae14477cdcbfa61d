import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompare } from '#lib/views/compare-values.ts';
import { sortRows } from '#lib/views/sort.ts';

describe('sortRows', () => {
  it('puts unknown last in both directions', () => {
    const compare = createCompare('rate');
    expect(sortRows([null, 0.2, -0.1, null, 0.3], compare, false)).toEqual([2, 1, 4, 0, 3]);
    expect(sortRows([null, 0.2, -0.1, null, 0.3], compare, true)).toEqual([4, 1, 2, 0, 3]);
  });

  it('keeps the order of equal rows in both directions', () => {
    const compare = createCompare('count');
    expect(sortRows([1, 1, 0, 1], compare, false)).toEqual([2, 0, 1, 3]);
    expect(sortRows([1, 1, 0, 1], compare, true)).toEqual([0, 1, 3, 2]);
  });

  it('orders ratings by risk, and one that it does not know after them', () => {
    const values = ['HR', 'A', 'Z', 'AA', null, 'C'];
    expect(sortRows(values, createCompare('rating'), false).map((at) => values[at])).toEqual([
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
    expect(sortRows(values, createCompare('text'), false).map((at) => values[at])).toEqual([
      'Alpha',
      'alpha',
      'beta',
      'gamma',
    ]);
  });

  it('gives every row once, in order', () => {
    const compare = createCompare('number');
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ noNaN: true }))), fc.boolean(), (values, descending) => {
        const order = sortRows(values, compare, descending);
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
