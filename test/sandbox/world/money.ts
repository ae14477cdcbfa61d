import type { Listing } from './listing.ts';
import type { Loan } from './loan.ts';
import type { Part } from './part.ts';
import type { Standing } from './standing.ts';

/** Ten decimals, as the API sends money. */
export function roundMoney(euros: number): number {
  return Math.round(euros * 1e10) / 1e10;
}

/** A sum of the whole loan on the scale of one of its parts. */
export function scaleToPart(euros: number, loan: Loan, part: Part): number {
  return roundMoney((euros * part.amount) / loan.amount);
}

/** Open principal of a part: Amount − PrincipalRepaid. */
export function getPrincipalRemaining(loan: Loan, standing: Standing, part: Part): number {
  return roundMoney(part.amount - scaleToPart(standing.principalRepaid, loan, part));
}

/** Price = PrincipalRemaining × (1 + DesiredDiscountRate / 100). */
export function getPrice(loan: Loan, standing: Standing, part: Part, listing: Listing): number {
  return roundMoney(getPrincipalRemaining(loan, standing, part) * (1 + listing.discount / 100));
}

/** All that is still to be paid on a part: principal, overdue interest, late charges, future interest. */
export function getOutstandingPayments(loan: Loan, standing: Standing, part: Part): number {
  return roundMoney(
    getPrincipalRemaining(loan, standing, part) +
      scaleToPart(standing.interestLate, loan, part) +
      scaleToPart(standing.penaltyLate, loan, part) +
      scaleToPart(standing.futureInterest, loan, part),
  );
}
