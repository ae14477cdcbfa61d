import { dayInTallinn, formatDay, type Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { findExpectedReturn } from '#test/sandbox/site/auction-cells.ts';
import type { ColumnId } from '#test/sandbox/site/columns.ts';
import type { Formats } from '#test/sandbox/site/formats.ts';
import { scaleToRow, type ListRow } from '#test/sandbox/site/list-row.ts';
import { getRaised } from '#test/sandbox/world/auction.ts';
import { getOutstandingPayments, getPrice, getPrincipalRemaining } from '#test/sandbox/world/money.ts';
import type { World } from '#test/sandbox/world/world.ts';
import { findXirr } from '#test/sandbox/world/xirr.ts';

/** A true value as a file has it: days as `2026-11-22`, rates as fractions, money as euros. */
export type TrueValue = string | number | null;
export type TrueFields = { [id in FieldId]?: TrueValue };

/**
 * What is true of a row of a list, out of the sandbox's world: at the precision in which a page shows it, which is
 * all that can be read. `null` is unknown to the site itself.
 */
export function findTrueFields(row: ListRow, world: World, formats: Formats): TrueFields {
  const { loan, standing, part, listing, holding, auction } = row;
  const shownMoney = (euros: number): number => formats.shownMoney(euros);
  const scaled = (euros: number): number => shownMoney(scaleToRow(euros, row));
  const xirr = findXirr(loan, standing);
  const expectedReturn = findExpectedReturn(row);
  return {
    auctionNumber: loan.number,
    country: loan.country,
    rating: loan.rating,
    interest: toRate(loan.interest),
    loanDuration: loan.duration,
    userName: loan.borrower.userName,
    signedDate: formatDay(loan.issuedOn),
    loanStatusCode: standing.status,
    xirr: xirr === null ? null : toRate(xirr),
    nextPaymentDate: writeDay(standing.nextPaymentOn),
    lastPaymentDate: writeDay(standing.lastPaidOn),
    nextPaymentNr: standing.nextPaymentNumber,
    nrOfScheduledPayments: standing.payments,
    nextPaymentSum: standing.nextPayment === undefined ? null : scaled(standing.nextPayment),
    daysLate: standing.day - (standing.anythingOverdueSince ?? standing.day),
    lateAmountTotal: scaled(standing.principalLate + standing.interestLate + standing.penaltyLate),
    principalRepaid: scaled(standing.principalRepaid),
    interestRepaid: scaled(standing.interestRepaid),
    expectedReturn: expectedReturn === null ? null : toRate(expectedReturn, 1),
    expectedLoss: toRate(loan.model.expectedLoss * 100, 1),
    ...(part && {
      auctionBidNumber: part.bidNumber,
      investmentNumber: `${loan.number}-${part.bidNumber}`,
      amount: shownMoney(part.amount),
      principalRemaining: shownMoney(getPrincipalRemaining(loan, standing, part)),
      outstandingPayments: shownMoney(getOutstandingPayments(loan, standing, part)),
    }),
    ...(part &&
      listing && {
        price: shownMoney(getPrice(loan, standing, part, listing)),
        discount: toRate(listing.discount),
        listedOnDate: formatDay(dayInTallinn(listing.listedAt)),
      }),
    ...(holding && {
      purchaseDate: formatDay(dayInTallinn(holding.boughtAt)),
      purchasePrice: shownMoney(holding.price),
    }),
    ...(auction && {
      appliedAmount: shownMoney(loan.amount),
      fulfilled: toRate(Math.round((100 * getRaised(auction, loan, world.now())) / loan.amount)),
    }),
  };
}

/** Percents with some decimals as a fraction, without the noise of a division. */
function toRate(percent: number, decimals = 2): number {
  return Number(`${Number(percent.toFixed(decimals))}e-2`) + 0;
}

function writeDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}

/** The fields that the cells of each column hold. */
export const fieldsOfColumns: Readonly<Record<ColumnId, readonly FieldId[]>> = {
  number: ['auctionNumber'],
  country: ['country'],
  rating: ['rating'],
  interest: ['interest'],
  status: ['loanStatusCode'],
  nextPaymentDate: ['nextPaymentDate'],
  payments: ['nextPaymentNr', 'nrOfScheduledPayments'],
  outstanding: ['outstandingPayments'],
  xirr: ['xirr'],
  cost: ['price', 'discount'],
  buy: [],
  principal: ['principalRemaining'],
  amount: ['amount'],
  nextPayment: ['nextPaymentSum'],
  lastPaymentDate: ['lastPaymentDate'],
  listedOn: ['listedOnDate'],
  issuedOn: ['signedDate'],
  duration: ['loanDuration'],
  daysLate: ['daysLate'],
  lateAmount: ['lateAmountTotal'],
  discount: ['discount'],
  price: ['price'],
  borrower: ['userName'],
  principalRepaid: ['principalRepaid'],
  interestRepaid: ['interestRepaid'],
  investmentNumber: ['auctionNumber', 'auctionBidNumber', 'investmentNumber'],
  purchaseDate: ['purchaseDate'],
  purchasePrice: ['purchasePrice'],
  markup: ['discount'],
  sale: [],
  appliedAmount: ['appliedAmount'],
  term: ['loanDuration'],
  funded: ['fulfilled'],
  timeLeft: [],
  bid: [],
  expectedLoss: ['expectedLoss'],
  expectedReturn: ['expectedReturn'],
  loan: ['auctionNumber', 'userName'],
  light: ['loanStatusCode'],
  actions: [],
  saleState: [],
};
