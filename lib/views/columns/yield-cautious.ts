import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { AddedColumn } from './column.ts';
import { createScenarioColumn } from './scenario-column.ts';

/** The yearly return at this price if more is lost than Bondora expected. */
export function createYieldCautiousColumn(assumptions: Assumptions): AddedColumn {
  const meaning = 'Yearly return at this price if half as many again default and half as much comes back.';
  return createScenarioColumn('yieldCautious', 'Yield cautious', meaning, assumptions);
}
