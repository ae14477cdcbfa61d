import { describe, expect, it } from 'vitest';
import { listColumns, moveColumn, showColumn } from '#components/settings/arrange-columns.ts';
import { builtInColumnIds } from '#lib/views/column-ids.ts';

describe('arranging columns', () => {
  it('lists the shown ones in their order, then the others', () => {
    expect(listColumns(['formula', 'daysLate'], ['formula', 'formula-2'])).toEqual([
      'formula',
      'daysLate',
      'discount',
      'yieldToMaturity',
      'paymentsLeft',
      'shareOfTermPaid',
      'yieldBase',
      'yieldCautious',
      'yieldMine',
      'breakEvenDiscount',
      'formula-2',
    ]);
    expect(listColumns([], [])).toEqual([...builtInColumnIds]);
  });

  it('moves one by a place', () => {
    expect(moveColumn(['discount', 'daysLate', 'formula'], 'daysLate', -1)).toEqual([
      'daysLate',
      'discount',
      'formula',
    ]);
    expect(moveColumn(['discount', 'daysLate', 'formula'], 'daysLate', 1)).toEqual([
      'discount',
      'formula',
      'daysLate',
    ]);
  });

  it('moves none over the ends, and none that is not shown', () => {
    expect(moveColumn(['discount', 'daysLate'], 'discount', -1)).toEqual(['discount', 'daysLate']);
    expect(moveColumn(['discount', 'daysLate'], 'daysLate', 1)).toEqual(['discount', 'daysLate']);
    expect(moveColumn(['discount', 'daysLate'], 'formula', -1)).toEqual(['discount', 'daysLate']);
  });

  it('shows one at the end, once, and leaves it out again', () => {
    expect(showColumn(['discount', 'daysLate'], 'discount', true)).toEqual(['daysLate', 'discount']);
    expect(showColumn(['discount', 'daysLate'], 'discount', false)).toEqual(['daysLate']);
  });
});
