import type { Day } from '#lib/base/day.ts';
import { listCollectionSteps, type CollectionStep } from './collection.ts';
import { getPaymentDay, getPaymentDelay, lateFeePerDay } from './conduct.ts';
import type { Loan } from './loan.ts';
import { getPhase } from './loan.ts';
import { listRecoveries } from './recoveries.ts';
import { countDue, getDue, roundCents, walkSchedule } from './schedule.ts';

/** Loan states of the API that occur on the market, and repaid. */
export type LoanStatus = 2 | 4 | 5 | 100;

/** Where a loan stands at the start of a day. Money is in euros for the whole loan. */
export interface Standing {
  day: Day;
  status: LoanStatus;
  /** Day since which the status holds. */
  statusSince: Day;
  principalRepaid: number;
  interestRepaid: number;
  lateChargesRepaid: number;
  principalRemaining: number;
  /** Of the principal repaid, what collection brought in. */
  recovered: number;
  principalLate: number;
  interestLate: number;
  penaltyLate: number;
  /** Since when principal is overdue. */
  overdueSince: Day | undefined;
  /** Since when anything is overdue. */
  anythingOverdueSince: Day | undefined;
  /** Scheduled interest, carried sums included, that is not due yet. */
  futureInterest: number;
  /** Number of payments in the schedule in force. */
  payments: number;
  /** 0 after a default: the contract has been ended, no payment is scheduled any more. */
  nextPaymentNumber: number;
  nextPaymentOn: Day | undefined;
  nextPayment: number | undefined;
  lastPaidOn: Day | undefined;
  defaultedOn: Day | undefined;
  /** The latest step of collection. */
  collection: CollectionStep | undefined;
}

/** Works out where a loan stands on `today`, before that day's payments. */
export function createStanding(loan: Loan, today: Day): Standing {
  const { schedule, paid } = getPhase(loan);
  const due = countDue(schedule, today);
  const settled = sumSettled(loan);
  let missedPrincipal = 0;
  let missedInterest = 0;
  let penalty = 0;
  let futureInterest = 0;
  let next = 0;
  const carried = (schedule.carriedInterest + schedule.carriedPenalty) / schedule.payments;
  walkSchedule(schedule, (number, principal, interest) => {
    if (number <= paid) return;
    if (number <= due) {
      const days = Math.min(365, today - getDue(schedule, number));
      missedPrincipal += principal;
      missedInterest += interest + carried;
      penalty += principal * lateFeePerDay * days;
    } else {
      futureInterest += interest + carried;
      if (number === due + 1) next = principal + interest + carried;
    }
  });

  const overdueSince = paid < due ? getDue(schedule, paid + 1) : undefined;
  const steps = overdueSince === undefined ? [] : listCollectionSteps(loan, overdueSince, today);
  const defaultedOn = steps.find((step) => step.event === 16)?.on;
  const open = schedule.principal - settled.principalInForce;
  const recoveries =
    defaultedOn === undefined ? [] : listRecoveries(loan, defaultedOn, roundCents(open), today);
  const recovered = recoveries.reduce((sum, recovery) => sum + recovery.principal, 0);
  const owedFee = overdueSince === undefined ? findUnpaidFee(loan, today) : undefined;
  const daysLate = overdueSince === undefined ? 0 : today - overdueSince;
  const repaid = paid >= schedule.payments;
  const scheduled = defaultedOn === undefined && due < schedule.payments && !repaid;

  return {
    day: today,
    status: repaid ? 4 : daysLate === 0 ? 2 : daysLate <= 60 ? 100 : 5,
    statusSince:
      overdueSince === undefined
        ? repaid
          ? getPaymentDay(loan, loan.phases.length - 1, paid)
          : schedule.startedOn
        : ((overdueSince + (daysLate <= 60 ? 1 : 61)) as Day),
    principalRepaid: settled.principal + recovered,
    interestRepaid: settled.interest,
    lateChargesRepaid: settled.lateCharges - (owedFee?.amount ?? 0),
    principalRemaining: repaid ? 0 : roundCents(open - recovered),
    recovered,
    principalLate: Math.max(0, roundCents(missedPrincipal - recovered)),
    interestLate: missedInterest,
    penaltyLate: penalty + (owedFee?.amount ?? 0),
    overdueSince,
    anythingOverdueSince: overdueSince ?? owedFee?.since,
    futureInterest,
    payments: schedule.payments,
    nextPaymentNumber: scheduled ? Math.max(due, paid) + 1 : 0,
    nextPaymentOn: scheduled ? getDue(schedule, Math.max(due, paid) + 1) : undefined,
    nextPayment: scheduled ? next : undefined,
    lastPaidOn: recoveries.at(-1)?.on ?? settled.lastPaidOn,
    defaultedOn,
    collection: steps.at(-1),
  };
}

interface Settled {
  principal: number;
  /** Of the schedule in force alone. */
  principalInForce: number;
  interest: number;
  lateCharges: number;
  lastPaidOn: Day | undefined;
}

/** Sums the payments made under all schedules. */
function sumSettled(loan: Loan): Settled {
  const settled: Settled = {
    principal: 0,
    principalInForce: 0,
    interest: 0,
    lateCharges: 0,
    lastPaidOn: undefined,
  };
  loan.phases.forEach(({ schedule, paid }, phase) => {
    if (paid === 0) return;
    const carriedInterest = schedule.carriedInterest / schedule.payments;
    const carriedPenalty = schedule.carriedPenalty / schedule.payments;
    settled.principalInForce = 0;
    walkSchedule(schedule, (number, principal, interest) => {
      if (number > paid) return;
      settled.principalInForce += principal;
      settled.interest += interest + carriedInterest;
      settled.lateCharges +=
        carriedPenalty + principal * lateFeePerDay * getPaymentDelay(loan, phase, number);
    });
    settled.principal += settled.principalInForce;
    settled.lastPaidOn = getPaymentDay(loan, phase, paid);
  });
  if (getPhase(loan).paid === 0) settled.principalInForce = 0;
  return settled;
}

/** A late charge of the last payment that is still owed, in one of four loans whose last payment came late. */
function findUnpaidFee(loan: Loan, today: Day): { amount: number; since: Day } | undefined {
  const { schedule, paid } = getPhase(loan);
  if (paid === 0 || paid >= schedule.payments || loan.index % 4 !== 0) return undefined;
  const delay = getPaymentDelay(loan, loan.phases.length - 1, paid);
  const since = getDue(schedule, paid);
  if (delay < 4 || since >= today) return undefined;
  let amount = 0;
  walkSchedule(schedule, (number, principal) => {
    if (number === paid) amount = principal * lateFeePerDay * delay;
  });
  return { amount, since };
}
