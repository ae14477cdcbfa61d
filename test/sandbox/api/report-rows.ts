import type { Report } from '../orders/reports.ts';
import { findOwner, type Holding, type Part } from '../world/part.ts';
import { roundMoney, scaleToPart } from '../world/money.ts';
import { getPhase } from '../world/loan.ts';
import { listRows } from '../world/schedule.ts';
import { listTransfersTo } from '../world/received.ts';
import type { World } from '../world/world.ts';
import { createReportedInvestment } from './reported-investment.ts';
import { writeDay, writeInstant } from './dot-net-dates.ts';

const dayMs = 86_400_000;

/** The rows of a report that is ready, as the API sends them. */
export function createReportRows(world: World, report: Report): unknown[] {
  switch (report.type) {
    case 3:
      return createPlannedPayments(world, report);
    case 4:
      return createRepayments(world, report);
    case 6:
      return createEndedListings(world, report);
    case 7:
      return createStatement(world, report);
    case 8:
      return listHoldings(world, report.investor)
        .filter(([, holding]) => isWithin(holding.boughtAt, report))
        .map(([part, holding]) => createReportedInvestment(world, part, holding));
  }
}

/** Type 3: what the schedules of the parts held now plan for the period. */
function createPlannedPayments(world: World, report: Report): unknown[] {
  return listHoldings(world, report.investor)
    .filter(([part]) => findOwner(part) === report.investor)
    .flatMap(([part]) => {
      const loan = world.getLoan(part.loan);
      const { nextPaymentNumber } = world.getStanding(loan);
      const scale = (euros: number): number => scaleToPart(euros, loan, part);
      return listRows(getPhase(loan).schedule)
        .filter((row) => nextPaymentNumber > 0 && row.number >= nextPaymentNumber)
        .filter((row) => isWithin(row.due * dayMs, report))
        .map((row) => ({
          LoanId: world.getLoanId(loan),
          LoanPartId: world.getPartId(part),
          Date: writeDay(row.due),
          PrincipalRepayment: scale(row.principal),
          InterestRepayment: scale(row.interest),
          RescheduledAccruedInterest: scale(row.carriedInterest),
          RescheduledLateFees: scale(row.carriedPenalty),
        }));
    });
}

/** Type 4: what came in for the investor. */
function createRepayments(world: World, report: Report): unknown[] {
  return listHoldings(world, report.investor).flatMap(([part, holding]) => {
    const loan = world.getLoan(part.loan);
    const scale = (euros: number): number => scaleToPart(euros, loan, part);
    return listTransfersTo(loan, world.getStanding(loan), holding)
      .filter((transfer) => isWithin(transfer.on * dayMs, report))
      .map((transfer) => ({
        LoanId: world.getLoanId(loan),
        LoanPartId: world.getPartId(part),
        Date: writeDay(transfer.on),
        PrincipalRepayment: scale(transfer.principal),
        InterestRepayment: scale(transfer.interest + transfer.carriedInterest),
        LateFeesRepayment: scale(transfer.penalty),
      }));
  });
}

/** Type 6: own listings that ended in the period. */
function createEndedListings(world: World, report: Report): unknown[] {
  return world.listings
    .filter((listing) => listing.seller === report.investor && listing.ended)
    .filter((listing) => isWithin(listing.ended?.at ?? 0, report))
    .map((listing) => {
      const part = world.getPart(listing.part);
      const loan = world.getLoan(part.loan);
      const standing = world.getStanding(loan);
      const days = (at: number | undefined): number =>
        standing.overdueSince === undefined || at === undefined
          ? 0
          : Math.max(0, Math.floor(at / dayMs) - standing.overdueSince);
      const principal = roundMoney(part.amount - scaleToPart(standing.principalRepaid, loan, part));
      return {
        LoanId: world.getLoanId(loan),
        LoanPartId: world.getPartId(part),
        StartDate: writeInstant(listing.listedAt),
        EndDate: writeInstant(listing.ended?.at),
        Result: listing.ended?.how === 'sold' ? 'Successful' : 'Failed',
        DiscountRate: listing.discount,
        DebtDaysAtStart: days(listing.listedAt),
        DebtDaysAtEnd: days(listing.ended?.at),
        PrincipalAtStart: principal,
        PrincipalAtEnd: principal,
      };
    });
}

/** Type 7: every cent in and out, with the balance after it. */
function createStatement(world: World, report: Report): unknown[] {
  let balance = 0;
  const bookings = world.investors[report.investor]?.bookings ?? [];
  return bookings
    .map((booking, at) => {
      balance = roundMoney(balance + booking.amount);
      const part = booking.part === undefined ? undefined : world.getPart(booking.part);
      return {
        booking,
        row: {
          TransferDate: writeInstant(booking.at),
          Currency: 'EUR',
          Amount: booking.amount,
          Number: 90_000_000 + at,
          Description: booking.description,
          LoanNumber: part ? `${world.getLoan(part.loan).number}-${part.bidNumber}` : '',
          Counterparty: '',
          BalanceAfterPayment: balance,
        },
      };
    })
    .filter(({ booking }) => isWithin(booking.at, report))
    .map(({ row }) => row);
}

function listHoldings(world: World, investor: number): [Part, Holding][] {
  return world.parts.flatMap((part) =>
    (part.holdings ?? [])
      .filter((holding) => holding.owner === investor)
      .map((holding): [Part, Holding] => [part, holding]),
  );
}

/** The last day of a report counts in full. */
function isWithin(at: number, { from, to }: Report): boolean {
  return at >= from && at < to + dayMs;
}
