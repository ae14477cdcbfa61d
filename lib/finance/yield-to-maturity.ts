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
  const { days, payment } = schedule;
  // A payment that is due today is had back at once.
  const atOnce = days[0] === today ? payment : 0;
  const later = atOnce === 0 ? days : days.subarray(1);
  if (later.length === 0) return { reason: 'one-day' };
  const allDays = new Int32Array(later.length + 1);
  allDays[0] = today;
  allDays.set(later, 1);
  const amounts = new Float64Array(allDays.length).fill(payment);
  amounts[0] = atOnce - cost;
  return solveRate(allDays, amounts, allDays.length);
}
