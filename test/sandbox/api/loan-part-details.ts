import { listCollectionSteps } from '../world/collection.ts';
import type { Loan } from '../world/loan.ts';
import { roundMoney, scaleToPart } from '../world/money.ts';
import { findHolding, type Part } from '../world/part.ts';
import { getReceived } from '../world/received.ts';
import { listRows } from '../world/schedule.ts';
import type { Standing } from '../world/standing.ts';
import { listTransfers } from '../world/transfers.ts';
import type { World } from '../world/world.ts';
import { createScores } from './borrower-facts.ts';
import { writeDay, writeMorning } from './dot-net-dates.ts';
import { createPartFacts } from './part-facts.ts';

/** `LoanPartDetails` of the API: a part with its collection, its payments and its schedules. */
export function createLoanPartDetails(world: World, part: Part) {
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  const facts = createPartFacts(world, loan, part, standing);
  // Of parts that were never an investor's of ours, the present owner had them from the start.
  const received = findHolding(part)?.received ?? getReceived(loan, standing, part, world.now());
  return {
    ...facts,
    ...createScores(loan),
    InitialInterest: loan.interest,
    RescheduledInterest: loan.phases.length > 1 ? loan.interest : null,
    LoanId: world.getLoanId(loan),
    LoanDuration: loan.duration,
    WriteOffTotal: 0,
    DebtServicingCostTotal: facts.DebtServicingCostMainAmount,
    RepaidPrincipalCurrentOwner: received.principal,
    RepaidInterestsCurrentOwner: received.interest,
    LateChargesPaidCurrentOwner: received.lateCharges,
    RepaidTotalCurrentOwner: roundMoney(received.principal + received.interest + received.lateCharges),
    TotalRepaid: roundMoney(facts.PrincipalRepaid + facts.InterestRepaid + facts.LateAmountPaid),
    DebtManagmentEvents: createCollectionHistory(loan, standing),
    LoanTransfers: createTransfers(loan, standing, part),
    ScheduledPayments: createScheduledPayments(loan, part),
  };
}

function createCollectionHistory(loan: Loan, standing: Standing) {
  if (standing.overdueSince === undefined) return [];
  return listCollectionSteps(loan, standing.overdueSince, standing.day).map(({ on, event }) => ({
    CreatedOn: writeMorning(on),
    EventType: event,
    Description: null,
  }));
}

function createTransfers(loan: Loan, standing: Standing, part: Part) {
  const scale = (euros: number): number => scaleToPart(euros, loan, part);
  return listTransfers(loan, standing).map((transfer) => ({
    Date: writeDay(transfer.on),
    PrincipalAmount: scale(transfer.principal),
    InterestAmount: scale(transfer.interest),
    InterestAmountCarriedOver: scale(transfer.carriedInterest),
    PenaltyAmountCarriedOver: scale(transfer.penalty),
    TotalAmount: roundMoney(
      scale(transfer.principal) +
        scale(transfer.interest) +
        scale(transfer.carriedInterest) +
        scale(transfer.penalty),
    ),
  }));
}

/** The rows of every schedule there was, those that a rescheduling put out of force included. */
function createScheduledPayments(loan: Loan, part: Part) {
  return loan.phases.flatMap(({ schedule }) =>
    listRows(schedule).map((row) => {
      const scale = (euros: number): number => scaleToPart(euros, loan, part);
      return {
        ScheduledDate: writeDay(row.due),
        PrincipalAmount: scale(row.principal),
        PrincipalAmountLeft: scale(row.principalLeft),
        InterestAmount: scale(row.interest),
        IntrestAmountCarriedOver: scale(row.carriedInterest),
        PenaltyAmountCarriedOver: scale(row.carriedPenalty),
        TotalAmount: roundMoney(
          scale(row.principal) + scale(row.interest) + scale(row.carriedInterest) + scale(row.carriedPenalty),
        ),
      };
    }),
  );
}
