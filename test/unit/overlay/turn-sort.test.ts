import { describe, expect, it } from 'vitest';
import { turnSort } from '#components/overlay/turn-sort.ts';
import { builtInColumnIds } from '#lib/views/column-ids.ts';

describe('pressing a header', () => {
  it.each([...builtInColumnIds, 'formula', 'formula-2'] as const)(
    'sorts by %s one way, the other way, not at all',
    (column) => {
      const first = turnSort([], column, false);
      const second = turnSort(first, column, false);
      expect(first[0]?.column).toBe(column);
      expect(second).toEqual([{ column, descending: first[0]?.descending === false }]);
      expect(turnSort(second, column, false)).toEqual([]);
    },
  );

  it('puts the best on top first', () => {
    expect(turnSort([], 'discount', false)[0]?.descending).toBe(false);
    const sorted = turnSort([{ column: 'discount', descending: false }], 'yieldToMaturity', false);
    expect(sorted).toEqual([{ column: 'yieldToMaturity', descending: true }]);
  });

  it('with the shift key adds a further key, turns it, takes it out, and leaves the others', () => {
    const first = { column: 'discount', descending: false } as const;
    const two = turnSort([first], 'daysLate', true);
    expect(two).toEqual([first, { column: 'daysLate', descending: false }]);
    const turned = turnSort(two, 'daysLate', true);
    expect(turned).toEqual([first, { column: 'daysLate', descending: true }]);
    expect(turnSort(turned, 'daysLate', true)).toEqual([first]);
  });

  it('without it makes the column of several the only one', () => {
    const two = turnSort([{ column: 'discount', descending: true }], 'daysLate', true);
    expect(turnSort(two, 'discount', false)).toEqual([{ column: 'discount', descending: false }]);
  });
});
