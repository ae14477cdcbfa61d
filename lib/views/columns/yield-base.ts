import type { Assumptions } from '#lib/finance/assumptions.ts';
import type { AddedColumn } from './column.ts';
import { createScenarioColumn } from './scenario-column.ts';

/** The yearly return at this price if loans default as Bondora expected. */
export function createYieldBaseColumn(assumptions: Assumptions): AddedColumn {
  const meaning = "Yearly return at this price, losses as Bondora's own figures of 2019 expect them.";
  return createScenarioColumn('yieldBase', 'Yield base', meaning, assumptions);
}
