import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { AddedColumn } from './column.ts';
import { createScenarioColumn } from './scenario-column.ts';

/** The discount at which the wanted yield is reached. */
export function createBreakEvenDiscountColumn(assumptions: Assumptions): AddedColumn {
  const wanted = `${Number((assumptions.wantedYield * 100).toFixed(2))}%`;
  const meaning = `Discount or mark-up at which this part yields ${wanted} a year under your own assumptions.`;
  return createScenarioColumn('breakEvenDiscount', 'Break-even', meaning, assumptions);
}
