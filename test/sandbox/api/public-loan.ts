import type { Day } from '#lib/base/day.ts';
import type { Loan } from '../world/loan.ts';
import { findRescheduling, getPhase } from '../world/loan.ts';
import { roundMoney } from '../world/money.ts';
import { getDue, walkSchedule } from '../world/schedule.ts';
import type { Standing } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { createApplicationFacts, getApplicationMoment, getListingMoment } from './borrower-facts.ts';
import { writeDay, writeInstant, writeMorning, writeUtc } from './dot-net-dates.ts';
import { getServicingCost } from './part-facts.ts';

/** `PublicDatasetItem` of the API: a loan of the published book. */
export function createPublicLoan(world: World, loan: Loan) {
  const listedAt = getListingMoment(loan);
  const { borrower } = loan;
  return {
    LoanId: world.getLoanId(loan),
    LoanNumber: loan.number,
    ListedOnUTC: writeUtc(listedAt),
    BiddingStartedOn: writeUtc(listedAt + 2 * 3_600_000),
    BidsPortfolioManager: 0,
    BidsApi: 0,
    BidsManual: loan.amount,
    NewCreditCustomer: borrower.previousLoans === 0,
    LoanApplicationStartedDate: writeInstant(getApplicationMoment(loan)),
    LoanDate: writeDay(loan.issuedOn),
    ...createApplicationFacts(loan),
    AppliedAmount: loan.amount,
    Amount: loan.amount,
    Interest: loan.interest,
    LoanDuration: loan.duration,
    MonthlyPayment: loan.monthlyPayment === null ? null : Math.round(loan.monthlyPayment),
    ExistingLiabilities: borrower.liabilityCount,
    RefinanceLiabilities: 0,
    ...createRiskFacts(loan),
    ...createProgressFacts(loan, world.getStanding(loan)),
    NoOfPreviousLoansBeforeLoan: borrower.previousLoans,
    AmountOfPreviousLoansBeforeLoan: borrower.previousAmount,
    PreviousRepaymentsBeforeLoan: roundMoney(borrower.previousAmount * 0.6),
    PreviousEarlyRepaymentsBeforeLoan: 0,
    PreviousEarlyRepaymentsCountBeforeLoan: 0,
  };
}

/** The rating model's figures, and those of its forerunners, which recent loans do not have. */
export function createRiskFacts(loan: Loan) {
  return {
    ModelVersion: 6,
    ExpectedLoss: loan.model.expectedLoss,
    LossGivenDefault: loan.model.lossGivenDefault,
    ExpectedReturn: loan.model.expectedReturn,
    ProbabilityOfDefault: loan.model.probabilityOfDefault,
    Rating: loan.rating,
    EL_V0: null,
    Rating_V0: null,
    EL_V1: null,
    Rating_V1: null,
    EL_V2: null,
    Rating_V2: null,
  };
}

/** How far a loan has got, in euros of the whole loan. */
export function createProgressFacts(loan: Loan, standing: Standing) {
  const { schedule } = getPhase(loan);
  const planned = sumPlanned(loan, standing.day);
  const since = standing.overdueSince;
  const daysLate = since === undefined ? 0 : standing.day - since;
  const anyDaysLate =
    standing.anythingOverdueSince === undefined ? 0 : standing.day - standing.anythingOverdueSince;
  const defaulted = standing.defaultedOn !== undefined;
  const first = loan.phases[0]?.schedule ?? schedule;
  const ended = standing.status === 4 ? standing.statusSince : undefined;
  const exposure = roundMoney(standing.principalRemaining + standing.recovered);
  return {
    ContractEndDate: writeDay(ended),
    FirstPaymentDate: writeDay(getDue(first, 1)),
    MaturityDate_Original: writeDay(getDue(first, first.payments)),
    MaturityDate_Last: writeDay(getDue(schedule, schedule.payments)),
    MonthlyPaymentDay: new Date(schedule.firstDue * 86_400_000).getUTCDate(),
    ActiveScheduleFirstPaymentReached: getDue(schedule, 1) < standing.day,
    PlannedPrincipalTillDate: planned.principal,
    PlannedInterestTillDate: planned.interest,
    LastPaymentOn: writeMorning(standing.lastPaidOn),
    CurrentDebtDaysPrimary: daysLate,
    DebtOccuredOn: writeDay(since),
    CurrentDebtDaysSecondary: anyDaysLate,
    DebtOccuredOnForSecondary: writeDay(standing.anythingOverdueSince),
    DefaultDate: writeDay(standing.defaultedOn),
    PrincipalOverdueBySchedule: standing.principalLate,
    PlannedPrincipalPostDefault: defaulted ? 0 : null,
    PlannedInterestPostDefault: defaulted ? 0 : null,
    EAD1: defaulted ? exposure : null,
    EAD2: defaulted ? roundMoney(Math.max(0, exposure - standing.interestRepaid)) : null,
    PrincipalRecovery: defaulted ? roundMoney(standing.recovered) : null,
    InterestRecovery: defaulted ? 0 : null,
    RecoveryStage: standing.collection?.type ?? null,
    StageActiveSince: writeMorning(standing.collection?.on),
    LoanCancelled: false,
    Status: standing.status === 4 ? 'Repaid' : daysLate > 0 ? 'Late' : 'Current',
    Restructured: findRescheduling(loan) !== undefined,
    ActiveLateCategory: findLateClass(daysLate),
    WorseLateCategory: findLateClass(daysLate),
    PrincipalPaymentsMade: roundMoney(standing.principalRepaid),
    InterestAndPenaltyPaymentsMade: roundMoney(standing.interestRepaid + standing.lateChargesRepaid),
    PrincipalWriteOffs: 0,
    InterestAndPenaltyWriteOffs: 0,
    PrincipalDebtServicingCost: getServicingCost(standing),
    InterestAndPenaltyDebtServicingCost: 0,
    PrincipalBalance: standing.principalRemaining,
    InterestAndPenaltyBalance: roundMoney(standing.interestLate + standing.penaltyLate),
    GracePeriodStart: null,
    GracePeriodEnd: null,
    NextPaymentDate: writeDay(standing.nextPaymentOn),
    NextPaymentNr: standing.nextPaymentNumber,
    NrOfScheduledPayments: standing.payments,
    ReScheduledOn: writeDay(findRescheduling(loan)),
  };
}

const lateClasses: readonly (readonly [upTo: number, name: string])[] = [
  [7, '1-7'],
  [15, '8-15'],
  [30, '16-30'],
  [60, '31-60'],
  [90, '61-90'],
  [120, '91-120'],
  [150, '121-150'],
  [180, '151-180'],
];

function findLateClass(days: number): string | null {
  if (days <= 0) return null;
  return lateClasses.find(([upTo]) => days <= upTo)?.[1] ?? '180+';
}

/** What the schedule in force wanted paid before today. */
function sumPlanned(loan: Loan, today: Day): { principal: number; interest: number } {
  const { schedule } = getPhase(loan);
  const planned = { principal: 0, interest: 0 };
  walkSchedule(schedule, (number, principal, interest) => {
    if (getDue(schedule, number) >= today) return;
    planned.principal += principal;
    planned.interest += interest;
  });
  return { principal: roundMoney(planned.principal), interest: roundMoney(planned.interest) };
}
