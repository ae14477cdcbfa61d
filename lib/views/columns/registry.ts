import type { Day } from '#lib/base/day.ts';
import type { AddedColumnId } from '../column-ids.ts';
import type { Preferences } from '../preferences.ts';
import type { AddedColumn } from './column.ts';
import { daysLateColumn } from './days-late.ts';
import { discountColumn } from './discount.ts';
import { createFormulaColumn } from './formula.ts';
import { paymentsLeftColumn } from './payments-left.ts';
import { shareOfTermPaidColumn } from './share-of-term-paid.ts';
import { yieldToMaturityColumn } from './yield-to-maturity.ts';

/** The columns that are the same for everyone, by id. A new one is a file and a line here. */
export const builtInColumns: Readonly<Record<Exclude<AddedColumnId, 'formula'>, AddedColumn>> = {
  discount: discountColumn,
  yieldToMaturity: yieldToMaturityColumn,
  paymentsLeft: paymentsLeftColumn,
  daysLate: daysLateColumn,
  shareOfTermPaid: shareOfTermPaidColumn,
};

/** The columns that the preferences ask for, in their order; none when columns are switched off. */
export function createColumns(
  { columns, formulaColumn }: Pick<Preferences, 'columns' | 'formulaColumn'>,
  today: Day,
): AddedColumn[] {
  if (!columns.on) return [];
  return columns.shown.map((id) =>
    id === 'formula'
      ? createFormulaColumn(formulaColumn.title, formulaColumn.formula, today)
      : builtInColumns[id],
  );
}
