import { describe, expect, it } from 'vitest';
import { turnSort } from '#components/overlay/head-cells.ts';
import { builtInColumnIds } from '#lib/views/column-ids.ts';

describe('pressing a header', () => {
  it.each([...builtInColumnIds, 'formula', 'formula-2'] as const)(
    'sorts by %s one way, the other way, not at all',
    (column) => {
      const first = turnSort(null, column);
      const second = turnSort(first, column);
      expect(first?.column).toBe(column);
      expect(second).toEqual({ column, descending: first?.descending === false });
      expect(turnSort(second, column)).toBeNull();
    },
  );

  it('puts the best on top first', () => {
    expect(turnSort(null, 'discount')?.descending).toBe(false);
    expect(turnSort({ column: 'discount', descending: false }, 'yieldToMaturity')?.descending).toBe(true);
  });
});
