import type { Listing } from '../world/listing.ts';
import { findRescheduling, type Loan } from '../world/loan.ts';
import {
  getOutstandingPayments,
  getPrice,
  getPrincipalRemaining,
  roundMoney,
  scaleToPart,
} from '../world/money.ts';
import type { Part } from '../world/part.ts';
import { scatter } from '../world/random.ts';
import type { Standing } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { findXirr } from '../world/xirr.ts';
import { writeDay, writeInstant, writeMorning } from './dot-net-dates.ts';

/** `SecondMarketItem` of the API: a loan part on sale, with the API's own spelling. */
export function createSecondMarketItem(world: World, listing: Listing) {
  const part = world.getPart(listing.part);
  const loan = world.getLoan(part.loan);
  const standing = world.getStanding(loan);
  const price = getPrice(loan, standing, part, listing);
  return {
    Id: world.getListingId(listing),
    ...createPartFacts(world, loan, part, standing),
    Price: price,
    Fee: 0,
    TotalCost: price,
    OutstandingPayments: getOutstandingPayments(loan, standing, part),
    DesiredDiscountRate: listing.discount,
    Xirr: findXirr(loan, standing),
    ListedOnDate: writeInstant(listing.listedAt),
    DebtManagmentEvents: null,
    LoanTransfers: null,
    ScheduledPayments: null,
  };
}

/** What listings and market items tell of a part, its loan and its borrower. */
function createPartFacts(world: World, loan: Loan, part: Part, standing: Standing) {
  const scale = (euros: number): number => scaleToPart(euros, loan, part);
  const late = {
    principal: scale(standing.principalLate),
    interest: scale(standing.interestLate),
    penalty: scale(standing.penaltyLate),
  };
  const writeOff = findWriteOff(loan, standing);
  return {
    LoanPartId: world.getPartId(part),
    Amount: part.amount,
    AuctionId: world.getAuctionId(loan),
    AuctionName: null,
    AuctionNumber: loan.number,
    AuctionBidNumber: part.bidNumber,
    InvestmentNumber: `${loan.number}-${part.bidNumber}`,
    Country: loan.country,
    CreditScore: loan.country === 'EE' ? 500 + 100 * (scatter(loan.number, 'score') % 6) : null,
    Rating: loan.rating,
    Interest: loan.interest,
    UseOfLoan: -1,
    IncomeVerificationStatus: loan.borrower.verification,
    LoanStatusCode: standing.status,
    LoanStatusActiveFrom: writeMorning(standing.statusSince),
    LatestDebtManagementStageType: standing.collection?.type ?? null,
    LatestDebtManagementDate: writeMorning(standing.collection?.on),
    UserName: loan.borrower.userName,
    Gender: loan.borrower.gender,
    DateOfBirth: null,
    SignedDate: writeDay(loan.issuedOn),
    ReScheduledOn: writeDay(findRescheduling(loan)),
    DebtOccuredOn: writeDay(standing.overdueSince),
    DebtOccuredOnForSecondary: writeDay(standing.anythingOverdueSince),
    NextPaymentNr: standing.nextPaymentNumber,
    NextPaymentDate: writeDay(standing.nextPaymentOn),
    NextPaymentSum: standing.nextPayment === undefined ? null : scale(standing.nextPayment),
    NrOfScheduledPayments: standing.payments,
    LastPaymentDate: writeMorning(standing.lastPaidOn),
    PrincipalRepaid: scale(standing.principalRepaid),
    InterestRepaid: scale(standing.interestRepaid),
    LateAmountPaid: scale(standing.lateChargesRepaid),
    PrincipalRemaining: getPrincipalRemaining(loan, standing, part),
    PrincipalLateAmount: late.principal,
    InterestLateAmount: late.interest,
    PenaltyLateAmount: late.penalty,
    LateAmountTotal: roundMoney(late.principal + late.interest + late.penalty),
    PrincipalWriteOffAmount: 0,
    InterestWriteOffAmount: 0,
    PenaltyWriteOffAmount: writeOff.penalty,
    DebtServicingCostMainAmount: scale(writeOff.servicingCost),
    DebtServicingCostInterestAmount: 0,
    DebtServicingCostPenaltyAmount: 0,
  };
}

/** Collection costs after a default. Write-offs are rare enough to leave out. Euros for the whole loan. */
export function findWriteOff(loan: Loan, standing: Standing): { penalty: number; servicingCost: number } {
  const recovered = standing.defaultedOn === undefined ? 0 : standing.principalRepaid * 0.01;
  return { penalty: 0, servicingCost: roundMoney(loan.phases.length > 1 ? 0 : recovered) };
}
