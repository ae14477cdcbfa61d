import type { Day } from '#lib/base/day.ts';
import type { Assumptions } from '#lib/finance/assumptions.ts';
import { findBreakEven } from '#lib/finance/break-even.ts';
import { expectPayments, type Standing } from '#lib/finance/expected-payments.ts';
import { findScenarioYield } from '#lib/finance/scenario-yield.ts';
import { baseScenario, cautiousScenario, type Scenario } from '#lib/finance/scenario.ts';
import type { PartTerms } from '#lib/finance/schedule.ts';
import type { YieldResult } from '#lib/finance/yield-to-maturity.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** What the yields of a part under assumptions follow from. */
export interface AssumedPart {
  terms: PartTerms;
  standing: Standing;
  /** What buying costs, fee included; NaN when not known. */
  cost: number;
  /** Fee over price; 0 when not known. */
  feeRate: number;
  today: Day;
  assumptions: Assumptions;
}

/** The fields that rest on assumptions. */
export const scenarioFieldIds = ['yieldBase', 'yieldCautious', 'yieldMine', 'breakEvenDiscount'] as const;
export type ScenarioFieldId = (typeof scenarioFieldIds)[number];

/** The scenario that a field rests on. */
export function chooseScenario(id: ScenarioFieldId, { mine }: Assumptions): Scenario {
  return id === 'yieldBase' ? baseScenario : id === 'yieldCautious' ? cautiousScenario : mine;
}

/**
 * Adds the fields that rest on assumptions to a record, each worked out when it is first read: most tables show few of
 * them, and each costs as much as all the others together. What has no answer is null.
 */
export function addScenarioFields(record: LoanRecord, part: AssumedPart): void {
  for (const id of scenarioFieldIds) {
    if ((record[id] ?? null) !== null) continue;
    let value: number | null | undefined;
    Object.defineProperty(record, id, {
      enumerable: true,
      configurable: true,
      get: () => {
        if (value === undefined) value = findScenarioField(id, part);
        return value;
      },
    });
  }
}

function findScenarioField(id: ScenarioFieldId, part: AssumedPart): number | null {
  if (id === 'breakEvenDiscount') return findBreakEvenDiscount(part) ?? null;
  const result = findAssumedYield(id, part);
  return 'rate' in result ? result.rate : null;
}

/** The yield of a part under the scenario of a field, or why there is none. */
export function findAssumedYield(
  id: ScenarioFieldId,
  { terms, standing, cost, today, assumptions }: AssumedPart,
): YieldResult {
  return findScenarioYield(terms, standing, chooseScenario(id, assumptions), cost, today);
}

function findBreakEvenDiscount(part: AssumedPart): number | undefined {
  const { terms, standing, feeRate, today, assumptions } = part;
  const payments = expectPayments(terms, standing, assumptions.mine, today);
  if (payments === undefined) return undefined;
  return findBreakEven(payments, terms.principalRemaining, assumptions.wantedYield, today, feeRate)?.discount;
}
