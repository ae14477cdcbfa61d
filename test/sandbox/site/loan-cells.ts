import { getOutstandingPayments, getPrincipalRemaining } from '../world/money.ts';
import { cell, numeric, type WriteCell } from './cell.ts';
import { escapeHtml } from './html.ts';
import { say, words } from './languages.ts';
import { scaleToRow, type ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';

/** Cells of what is known of any loan, or of a part of one. */
export const loanCells = {
  number: ({ loan }, how, world) => {
    const href = how.variant.ids.includes('href')
      ? `/${how.prefix}/Auction/Show/${world.getAuctionId(loan)}`
      : '#';
    return cell(`<a class="loan-number" href="${href}">${loan.number}</a>`);
  },
  country: ({ loan }) => cell(`<span class="flag flag-${loan.country.toLowerCase()}"></span>${loan.country}`),
  rating: ({ loan }) =>
    cell(`<span class="rating rating-${(loan.rating ?? 'none').toLowerCase()}">${loan.rating ?? '-'}</span>`),
  interest: ({ loan }, { formats }) => numeric(formats.percent(loan.interest)),
  status: (row, how) => cell(writeStatus(row, how)),
  nextPaymentDate: ({ standing }, how) => cell(writeDay(standing.nextPaymentOn, how)),
  payments: ({ standing }) => cell(`${standing.nextPaymentNumber} / ${standing.payments}`),
  outstanding: ({ loan, standing, part }, { formats }) =>
    numeric(part ? formats.money(getOutstandingPayments(loan, standing, part)) : ''),
  principal: ({ loan, standing, part }, { formats }) =>
    numeric(formats.money(part ? getPrincipalRemaining(loan, standing, part) : standing.principalRemaining)),
  amount: ({ loan, part }, { formats }) => numeric(formats.money(part?.amount ?? loan.amount)),
  nextPayment: (row, { formats }) =>
    numeric(
      row.standing.nextPayment === undefined
        ? formats.unknown('other')
        : formats.money(scaleToRow(row.standing.nextPayment, row)),
    ),
  lastPaymentDate: ({ standing }, how) => cell(writeDay(standing.lastPaidOn, how)),
  issuedOn: ({ loan }, { formats }) => cell(formats.day(loan.issuedOn)),
  duration: ({ loan }) => numeric(String(loan.duration)),
  term: ({ loan }) => numeric(String(loan.duration)),
  daysLate: ({ standing }) => numeric(String(standing.day - (standing.anythingOverdueSince ?? standing.day))),
  lateAmount: (row, { formats }) => {
    const { principalLate, interestLate, penaltyLate } = row.standing;
    return numeric(formats.money(scaleToRow(principalLate + interestLate + penaltyLate, row)));
  },
  borrower: ({ loan }) => cell(escapeHtml(loan.borrower.userName)),
  principalRepaid: (row, { formats }) =>
    numeric(formats.money(scaleToRow(row.standing.principalRepaid, row))),
  interestRepaid: (row, { formats }) => numeric(formats.money(scaleToRow(row.standing.interestRepaid, row))),
} as const satisfies Record<string, WriteCell>;

/** A day, or the sign for one that is not known. */
function writeDay(day: ListRow['standing']['nextPaymentOn'], { formats }: PageWriting): string {
  return day === undefined ? formats.unknown('other') : formats.day(day);
}

/** The state in words. */
function writeStatus({ standing }: ListRow, { language }: PageWriting): string {
  switch (standing.status) {
    case 2:
      return `<span class="dot dot-green"></span>${say(words.current, language)}`;
    case 100:
      return `<span class="dot dot-yellow"></span>${say(words.overdue, language)}`;
    case 5:
      return `<span class="dot dot-red"></span>${say(words.overdue60, language)}`;
    case 4:
      return `<span class="dot"></span>${say(words.repaid, language)}`;
  }
}
