import { roundMoney, scaleToPart } from '../world/money.ts';
import type { Holding, Part } from '../world/part.ts';
import type { World } from '../world/world.ts';
import { createApplicationFacts, getApplicationMoment, getListingMoment } from './borrower-facts.ts';
import { writeDay, writeInstant, writeMorning, writeUtc } from './dot-net-dates.ts';
import { createProgressFacts, createRiskFacts } from './public-loan.ts';

/** Sums of the whole loan in the progress facts, which a report gives for the part. */
const scaled = [
  'PlannedPrincipalTillDate',
  'PlannedInterestTillDate',
  'PrincipalOverdueBySchedule',
  'PlannedPrincipalPostDefault',
  'PlannedInterestPostDefault',
  'EAD1',
  'EAD2',
  'PrincipalRecovery',
  'InterestRecovery',
  'PrincipalPaymentsMade',
  'InterestAndPenaltyPaymentsMade',
  'PrincipalWriteOffs',
  'InterestAndPenaltyWriteOffs',
  'PrincipalDebtServicingCost',
  'InterestAndPenaltyDebtServicingCost',
  'PrincipalBalance',
  'InterestAndPenaltyBalance',
] as const;

/** A row of report type 8: one part that the investor holds or held, on the scale of the part. */
export function createReportedInvestment(world: World, part: Part, holding: Holding) {
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  const listedAt = getListingMoment(loan);
  const scale = (euros: number): number => scaleToPart(euros, loan, part);
  const { borrower } = loan;
  const { received, secondHand, sold } = holding;
  const listing = world
    .listOpenOf(loan)
    .find((open) => open.part === part.index && open.seller === holding.owner);
  const progress = createProgressFacts(loan, standing);
  const scaledProgress = Object.fromEntries(
    scaled.map((name) => {
      const value = progress[name];
      return [name, value === null ? null : scale(value)];
    }),
  );
  return {
    LoanId: world.getLoanId(loan),
    LoanPartId: world.getPartId(part),
    AuctionId: world.getAuctionId(loan),
    AppliedAmount: loan.amount,
    Amount: part.amount,
    BiddingStartedOn: writeUtc(listedAt + 2 * 3_600_000),
    ListedOnUTC: writeUtc(listedAt),
    BidPrincipal: part.amount,
    BoughtFromResale_Date: secondHand ? writeInstant(holding.boughtAt) : null,
    PurchasePrice: secondHand ? holding.price : null,
    SoldInResale_Date: writeInstant(sold?.at),
    SoldInResale_Price: sold?.price ?? null,
    SoldInResale_Principal: sold?.principal ?? null,
    OnSaleSince: writeInstant(listing?.listedAt),
    LoanNumber: loan.number,
    AuctionNumber: loan.number,
    AuctionBidNumber: part.bidNumber,
    AuctionName: null,
    NewCreditCustomer: borrower.previousLoans === 0,
    LoanApplicationStartedDate: writeInstant(getApplicationMoment(loan)),
    ...createApplicationFacts(loan),
    Interest: loan.interest,
    LoanDuration: loan.duration,
    ExistingLiabilities: borrower.liabilityCount,
    RefinanceLiabilities: 0,
    MonthlyPayment: loan.monthlyPayment,
    ...progress,
    ...scaledProgress,
    ...createRiskFacts(loan),
    LoanStatusActiveFrom: writeMorning(standing.statusSince),
    InterestLateAmount: scale(standing.interestLate),
    PenaltyLateAmount: scale(standing.penaltyLate),
    NoteLoanTransfersMainAmount: received.principal,
    NoteLoanTransfersInterestAmount: received.interest,
    NoteLoanLateChargesPaid: received.lateCharges,
    NoOfPreviousLoans: borrower.previousLoans,
    AmountOfPreviousLoans: borrower.previousAmount,
    PreviousRepayments: roundMoney(borrower.previousAmount * 0.6),
    PreviousEarlyRepayments: 0,
    PreviousEarlyRepaymentsCount: 0,
    NextPaymentSum: standing.nextPayment === undefined ? null : scale(standing.nextPayment),
    LoanDate: writeDay(loan.issuedOn),
  };
}
