import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { AddedColumn } from './column.ts';
import { createScenarioColumn } from './scenario-column.ts';

/** The yearly return at this price under the user's own assumptions. */
export function createYieldMineColumn(assumptions: Assumptions): AddedColumn {
  const meaning = 'Yearly return at this price under your own assumptions.';
  return createScenarioColumn('yieldMine', 'Yield mine', meaning, assumptions);
}
