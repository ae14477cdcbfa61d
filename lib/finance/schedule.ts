import type { Day } from '#lib/base/day.ts';
import { addMonthsTo, isSaneDay } from './monthly-days.ts';

/** What is known of the payments that a loan part still has to bring. Euros; rates as fractions a year. */
export interface PartTerms {
  /** Scheduled payments still to come. */
  paymentsLeft: number;
  /** When the next of them is due; the others follow monthly. */
  nextPaymentDate: Day;
  /** Sum of all of them by the schedule; null when not known. */
  outstandingPayments: number | null;
  /** Open principal; null when not known. */
  principalRemaining: number | null;
  /** Interest of the loan a year; null when not known. */
  interest: number | null;
}

/** The payments still to come: ascending days, and the same amount on each. */
export interface Schedule {
  days: Int32Array;
  /** Euros per payment. */
  payment: number;
}

/** No loan of Bondora's runs longer than this many months. */
const longestTerm = 600;

/**
 * The projected monthly payments of a part, all of the same size: the sum that the schedule still brings, spread evenly,
 * where that sum is known; else the annuity that pays the open principal back at the loan's interest,
 * a = p·i / (1 − (1 + i)^−n) with a twelfth of the yearly interest as i. Undefined when neither follows from what is known,
 * or when the numbers make no sense.
 */
export function projectSchedule(terms: PartTerms): Schedule | undefined {
  const { paymentsLeft: count, nextPaymentDate } = terms;
  if (!Number.isInteger(count) || count < 1 || count > longestTerm) return undefined;
  const payment = findPayment(terms);
  if (payment === undefined || !isSaneDay(nextPaymentDate)) return undefined;
  return { days: addMonthsTo(nextPaymentDate, 0, count), payment };
}

function findPayment(terms: PartTerms): number | undefined {
  const { paymentsLeft, outstandingPayments, principalRemaining, interest } = terms;
  if (outstandingPayments !== null) {
    return outstandingPayments > 0 && Number.isFinite(outstandingPayments)
      ? outstandingPayments / paymentsLeft
      : undefined;
  }
  if (principalRemaining === null || interest === null) return undefined;
  if (!(principalRemaining > 0 && interest >= 0)) return undefined;
  const payment = annuity(principalRemaining, interest / 12, paymentsLeft);
  return Number.isFinite(payment) ? payment : undefined;
}

/** The constant payment that pays `principal` back in `count` periods at `rate` (a fraction) a period. */
export function annuity(principal: number, rate: number, count: number): number {
  return rate === 0 ? principal / count : (principal * rate) / -Math.expm1(-count * Math.log1p(rate));
}
