import type { Day } from '#lib/base/day.ts';
import { expectPayments, type Standing } from './expected-payments.ts';
import type { Scenario } from './scenario.ts';
import type { PartTerms } from './schedule.ts';
import { solveRate } from './xirr.ts';
import type { YieldResult } from './yield-to-maturity.ts';

/**
 * The yearly return (a fraction, XIRR, actual/365) of buying a part today for `cost` euros, if it fares as the scenario expects
 * of loans of its rating and lateness. The same cases as `findYieldToMaturity` have none.
 */
export function findScenarioYield(
  terms: PartTerms,
  standing: Standing,
  scenario: Scenario,
  cost: number,
  today: Day,
): YieldResult {
  if (!(cost > 0 && Number.isFinite(cost))) return { reason: 'no-price' };
  const payments = expectPayments(terms, standing, scenario, today);
  if (payments === undefined) return { reason: 'no-schedule' };
  const { days, amounts } = payments;
  if ((days[0] as number) <= today) return { reason: 'payment-day-passed' };
  return solveRate([today, ...days], [-cost, ...amounts], days.length + 1);
}
