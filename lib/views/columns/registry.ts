import type { Day } from '#lib/base/day.ts';
import type { Names } from '#lib/formula/names.ts';
import { isFormulaColumnId, type BuiltInColumnId } from '../column-ids.ts';
import type { View } from '../view.ts';
import type { AddedColumn } from './column.ts';
import { daysLateColumn } from './days-late.ts';
import { discountColumn } from './discount.ts';
import { createFormulaColumn } from './formula.ts';
import { paymentsLeftColumn } from './payments-left.ts';
import { shareOfTermPaidColumn } from './share-of-term-paid.ts';
import { yieldToMaturityColumn } from './yield-to-maturity.ts';

/** The columns that are the same for everyone, by id. A new one is a file and a line here. */
export const builtInColumns: Readonly<Record<BuiltInColumnId, AddedColumn>> = {
  discount: discountColumn,
  yieldToMaturity: yieldToMaturityColumn,
  paymentsLeft: paymentsLeftColumn,
  daysLate: daysLateColumn,
  shareOfTermPaid: shareOfTermPaidColumn,
};

/** The columns of a view, in their order. One that the view shows but does not define is left out. */
export function createColumns(
  { columns, formulaColumns }: Pick<View, 'columns' | 'formulaColumns'>,
  today: Day,
  names?: Names,
): AddedColumn[] {
  return columns.flatMap(({ id }) => {
    if (!isFormulaColumnId(id)) return [builtInColumns[id]];
    const own = formulaColumns.find((column) => column.id === id);
    return own === undefined ? [] : [createFormulaColumn(own, today, names)];
  });
}
