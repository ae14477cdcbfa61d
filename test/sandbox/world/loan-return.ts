import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import type { Standing } from './standing.ts';

/**
 * Bondora's XIRR of a loan so far, in percent a year: the money-weighted return of the amount lent against the
 * payments made, with the principal that is not overdue as last payment. Undefined while nothing was due, and for
 * rescheduled loans.
 */
export function findLoanReturn(loan: Loan, standing: Standing): number | undefined {
  const { schedule, paid } = getPhase(loan);
  const months = Math.round((standing.day - loan.issuedOn) / 30.4375);
  if (loan.phases.length > 1 || months < 1 || (paid === 0 && standing.overdueSince === undefined)) {
    return undefined;
  }
  const residual = Math.max(0, standing.principalRemaining - standing.principalLate);
  const extra = Math.max(0, standing.principalRepaid + standing.interestRepaid - schedule.instalment * paid);
  const value = (monthly: number): number => {
    const annuity = monthly === 0 ? paid : (1 - (1 + monthly) ** -paid) / monthly;
    return -loan.amount + schedule.instalment * annuity + (residual + extra) * (1 + monthly) ** -months;
  };
  let low = -0.95;
  let high = 1;
  if (value(low) < 0) return -100;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (value(middle) > 0) low = middle;
    else high = middle;
  }
  return Math.round(((1 + (low + high) / 2) ** 12 - 1) * 1e6) / 1e4;
}
