import { findLoanReturn } from './loan-return.ts';
import type { Loan } from './loan.ts';
import type { Standing } from './standing.ts';

const known = new WeakMap<Standing, number | null>();

/** XIRR as site and API give it, in percent; null where it is not known. */
export function findXirr(loan: Loan, standing: Standing): number | null {
  let xirr = known.get(standing);
  if (xirr === undefined) {
    // Bondora leaves it out now and then; for which loans, nobody told.
    xirr = loan.number % 47 === 0 ? null : (findLoanReturn(loan, standing) ?? null);
    known.set(standing, xirr);
  }
  return xirr;
}
