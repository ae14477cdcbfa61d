import type { Day } from '#lib/base/day.ts';
import { projectSchedule, type PartTerms } from './schedule.ts';
import { solveRate, type XirrReason } from './xirr.ts';

/** Why a part has no yield to maturity. */
export type YieldReason =
  | XirrReason
  /** The price is missing, or not above zero. */
  | 'no-price'
  /** The payments to come do not follow from what is known. */
  | 'no-schedule'
  /** The next payment's day lies before today: what is known is out of date, or the payment is overdue. */
  | 'payment-day-passed';

export type YieldResult = { rate: number } | { reason: YieldReason };

/**
 * The yearly return (a fraction, XIRR, actual/365) of buying a part today for `cost` euros, if every scheduled payment
 * arrives in full on its day: no default, no delay, no early repayment.
 */
export function findYieldToMaturity(terms: PartTerms, cost: number, today: Day): YieldResult {
  if (!(cost > 0 && Number.isFinite(cost))) return { reason: 'no-price' };
  const schedule = projectSchedule(terms);
  if (schedule === undefined) return { reason: 'no-schedule' };
  if (terms.nextPaymentDate < today) return { reason: 'payment-day-passed' };
  const count = schedule.days.length + 1;
  const days = new Int32Array(count);
  days[0] = today;
  days.set(schedule.days, 1);
  const amounts = new Float64Array(count).fill(schedule.payment);
  amounts[0] = -cost;
  return solveRate(days, amounts, count);
}
