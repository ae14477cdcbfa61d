import type { Day } from '#lib/base/day.ts';
import { defaultAssumptions, type Assumptions } from '#lib/finance/assumptions.ts';
import type { Names } from '#lib/formula/names.ts';
import { isFormulaColumnId, type BuiltInColumnId } from '../column-ids.ts';
import type { View } from '../view.ts';
import { createBreakEvenDiscountColumn } from './break-even-discount.ts';
import type { AddedColumn } from './column.ts';
import { daysLateColumn } from './days-late.ts';
import { discountColumn } from './discount.ts';
import { createFormulaColumn } from './formula.ts';
import { paymentsLeftColumn } from './payments-left.ts';
import { shareOfTermPaidColumn } from './share-of-term-paid.ts';
import { createYieldBaseColumn } from './yield-base.ts';
import { createYieldCautiousColumn } from './yield-cautious.ts';
import { createYieldMineColumn } from './yield-mine.ts';
import { yieldToMaturityColumn } from './yield-to-maturity.ts';

/** The columns that rest on assumptions, and say so. */
const assumedColumns = {
  yieldBase: createYieldBaseColumn,
  yieldCautious: createYieldCautiousColumn,
  yieldMine: createYieldMineColumn,
  breakEvenDiscount: createBreakEvenDiscountColumn,
} as const;

/** The columns that Bondlens brings along, by id. A new one is a file and a line here. */
export const builtInColumns: Readonly<Record<BuiltInColumnId, AddedColumn>> = {
  discount: discountColumn,
  yieldToMaturity: yieldToMaturityColumn,
  paymentsLeft: paymentsLeftColumn,
  daysLate: daysLateColumn,
  shareOfTermPaid: shareOfTermPaidColumn,
  yieldBase: createYieldBaseColumn(defaultAssumptions),
  yieldCautious: createYieldCautiousColumn(defaultAssumptions),
  yieldMine: createYieldMineColumn(defaultAssumptions),
  breakEvenDiscount: createBreakEvenDiscountColumn(defaultAssumptions),
};

/** The columns of a view, in their order. One that the view shows but does not define is left out. */
export function createColumns(
  { columns, formulaColumns }: Pick<View, 'columns' | 'formulaColumns'>,
  today: Day,
  names?: Names,
  assumptions: Assumptions = defaultAssumptions,
): AddedColumn[] {
  return columns.flatMap(({ id }) => {
    if (!isFormulaColumnId(id)) {
      return [
        id in assumedColumns
          ? assumedColumns[id as keyof typeof assumedColumns](assumptions)
          : builtInColumns[id],
      ];
    }
    const own = formulaColumns.find((column) => column.id === id);
    return own === undefined ? [] : [createFormulaColumn(own, today, names)];
  });
}
