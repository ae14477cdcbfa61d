import { getRaised, type Auction } from '../world/auction.ts';
import type { Loan } from '../world/loan.ts';
import { getPhase } from '../world/loan.ts';
import { roundMoney } from '../world/money.ts';
import { createRandom } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { createApplicationFacts, getApplicationMoment, getListingMoment } from './borrower-facts.ts';
import { writeInstant, writeUtc } from './dot-net-dates.ts';

/** What an investor bid in an auction. */
export interface OwnBids {
  count: number;
  /** Euros. */
  amount: number;
}

/** `Auction` of the API. Loans that were auctions long ago have one without an `Auction` of the world's. */
export function createAuctionItem(world: World, loan: Loan, auction: Auction | undefined, own: OwnBids) {
  const listedAt = auction?.listedAt ?? getListingMoment(loan);
  const raised = auction ? getRaised(auction, loan, world.now()) : loan.amount;
  const endedAt = auction ? auction.ended?.at : listedAt + 45_000;
  const { schedule } = getPhase(loan);
  return {
    LoanId: world.getLoanId(loan),
    AuctionId: world.getAuctionId(loan),
    LoanNumber: loan.number,
    NewCreditCustomer: loan.borrower.previousLoans === 0 ? 1 : 0,
    LoanApplicationStartedDate: writeInstant(auction ? listedAt - 360_000 : getApplicationMoment(loan)),
    PlannedCloseDate: writeInstant(auction?.closesAt ?? listedAt + 86_400_000),
    ...createApplicationFacts(loan),
    AppliedAmount: loan.amount,
    Interest: loan.interest,
    LoanDuration: loan.duration,
    MonthlyPayment: loan.monthlyPayment,
    MonthlyPaymentDay: new Date(schedule.firstDue * 86_400_000).getUTCDate(),
    ModelVersion: 6,
    ExpectedLoss: loan.model.expectedLoss,
    Rating: loan.rating,
    LossGivenDefault: loan.model.lossGivenDefault,
    ProbabilityOfDefault: loan.model.probabilityOfDefault,
    ExpectedReturnAlpha: loan.model.expectedReturn,
    ListedOnUTC: writeUtc(listedAt),
    ActualCloseDate: writeInstant(endedAt),
    WinningBidsAmount: raised,
    RemainingAmount: roundMoney(loan.amount - raised),
    UserBids: own.count,
    UserBidAmount: own.amount,
    Fullfilled: roundMoney((100 * raised) / loan.amount),
    CreditScore: null,
    ScoringDate: null,
    EADRate: null,
    MaturityFactor: null,
    InterestRateAlpha: null,
  };
}

/** `AuctionExtended` of the API: with what the borrower owes elsewhere, and owed before. */
export function createExtendedAuction(world: World, loan: Loan, auction: Auction | undefined, own: OwnBids) {
  const { borrower } = loan;
  const random = createRandom(world.seed, 'liabilities', loan.index);
  const count = Math.min(8, borrower.liabilityCount);
  const debts = loan.country === 'EE' && random.chance(0.15) ? 1 : 0;
  const repaid = roundMoney(borrower.previousAmount * 0.6);
  return {
    ...createAuctionItem(world, loan, auction, own),
    Liabilities: Array.from({ length: count }, () => ({
      IsRefinanced: false,
      TypeOfLiability: -1,
      Creditor: random.pick([
        ['Bank', 0.5],
        ['SMS loan company', 0.2],
        ['Leasing company', 0.3],
      ]),
      MonthlyPayment: roundMoney(Math.round((borrower.liabilities / count) * 100) / 100),
      Outstanding: null,
      CollateralType: -1,
    })),
    Debts: Array.from({ length: debts }, () => ({
      StartDate: writeInstant(getListingMoment(loan) - 400 * 86_400_000),
      EndDate: writeInstant(getListingMoment(loan) - 300 * 86_400_000),
      Amount: String(random.int(30, 900)),
      MaxAmount: String(random.int(900, 1500)),
      Industry: 'Telecom',
      Reporter: 'Register',
    })),
    BorrowerHistory: {
      Overdue: 0,
      PrincipalRepaid: repaid,
      InterestRepaid: roundMoney(repaid * 0.3),
      LateChargesRepaid: 0,
      RepaimentsTotal: roundMoney(repaid * 1.3),
      IssuedLoans: borrower.previousLoans,
      IssuedLoanAmount: borrower.previousAmount,
    },
  };
}
