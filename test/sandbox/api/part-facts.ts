import { findRescheduling, type Loan } from '../world/loan.ts';
import { getPrincipalRemaining, roundMoney, scaleToPart } from '../world/money.ts';
import type { Part } from '../world/part.ts';
import { scatter } from '../world/random.ts';
import type { Standing } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { writeDay, writeMorning } from './dot-net-dates.ts';

/** What the API tells of a part wherever it names one: on the market, among investments, in detail. */
export function createPartFacts(world: World, loan: Loan, part: Part, standing: Standing) {
  const scale = (euros: number): number => scaleToPart(euros, loan, part);
  const principalLate = scale(standing.principalLate);
  const interestLate = scale(standing.interestLate);
  const penaltyLate = scale(standing.penaltyLate);
  return {
    LoanPartId: world.getPartId(part),
    Amount: part.amount,
    AuctionId: world.getAuctionId(loan),
    AuctionName: null,
    AuctionNumber: loan.number,
    AuctionBidNumber: part.bidNumber,
    InvestmentNumber: `${loan.number}-${part.bidNumber}`,
    Country: loan.country,
    CreditScore: loan.country === 'EE' ? findScore(loan) : null,
    Rating: loan.rating,
    Interest: loan.interest,
    UseOfLoan: -1,
    IncomeVerificationStatus: loan.borrower.verification,
    LoanStatusCode: standing.status,
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
    PrincipalLateAmount: principalLate,
    InterestLateAmount: interestLate,
    PenaltyLateAmount: penaltyLate,
    LateAmountTotal: roundMoney(principalLate + interestLate + penaltyLate),
    PrincipalWriteOffAmount: 0,
    InterestWriteOffAmount: 0,
    PenaltyWriteOffAmount: 0,
    DebtServicingCostMainAmount: scale(getServicingCost(standing)),
    DebtServicingCostInterestAmount: 0,
    DebtServicingCostPenaltyAmount: 0,
  };
}

/** What collection costs: a tenth of the principal that it brings in. Euros for the whole loan; the tenth is ours. */
export function getServicingCost(standing: Standing): number {
  return roundMoney(standing.recovered / 10);
}

/** Estonian payment history, 500 to 1000. */
export function findScore(loan: Loan): number {
  return 500 + 100 * (scatter(loan.number, 'score') % 6);
}
