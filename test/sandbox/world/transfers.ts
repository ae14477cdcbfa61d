import type { Day } from '#lib/base/day.ts';
import { getPaymentDay, getPaymentDelay, lateFeePerDay } from './conduct.ts';
import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import { listRecoveries } from './recoveries.ts';
import { listRows, roundCents } from './schedule.ts';
import type { Standing } from './standing.ts';

/** A payment that came in. Euros for the whole loan. */
export interface Transfer {
  on: Day;
  principal: number;
  interest: number;
  carriedInterest: number;
  /** Late charges, those carried over from an older schedule included. */
  penalty: number;
}

/** All payments made on a loan so far, in the order of their days. Their sums are those of its standing. */
export function listTransfers(loan: Loan, standing: Standing): Transfer[] {
  const transfers: Transfer[] = [];
  loan.phases.forEach(({ schedule, paid }, phase) => {
    for (const row of listRows(schedule).slice(0, paid)) {
      const isLast = phase === loan.phases.length - 1 && row.number === paid;
      const fee = row.principal * lateFeePerDay * getPaymentDelay(loan, phase, row.number);
      transfers.push({
        on: getPaymentDay(loan, phase, row.number),
        principal: row.principal,
        interest: row.interest,
        carriedInterest: row.carriedInterest,
        penalty: row.carriedPenalty + fee - (isLast ? findOwedFee(standing) : 0),
      });
    }
  });
  if (standing.defaultedOn !== undefined) {
    const open = roundCents(getPhase(loan).schedule.principal - sumPaid(loan));
    for (const { on, principal } of listRecoveries(loan, standing.defaultedOn, open, standing.day)) {
      transfers.push({ on, principal, interest: 0, carriedInterest: 0, penalty: 0 });
    }
  }
  return transfers.toSorted((one, other) => one.on - other.on);
}

/** The charge of the last payment that is still owed: the only late charge of a loan that is not overdue. */
function findOwedFee(standing: Standing): number {
  return standing.overdueSince === undefined ? standing.penaltyLate : 0;
}

function sumPaid(loan: Loan): number {
  const { schedule, paid } = getPhase(loan);
  return listRows(schedule)
    .slice(0, paid)
    .reduce((sum, row) => sum + row.principal, 0);
}
