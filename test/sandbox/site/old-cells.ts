import { writeExpectedReturn } from './auction-cells.ts';
import { cell, type WriteCell } from './cell.ts';
import { escapeHtml } from './html.ts';
import { say, words } from './languages.ts';
import { writeCost } from './offer-cells.ts';

const lights = { 2: 'dot_green', 100: 'dot_yellow', 5: 'dot_red', 4: 'dot_grey' } as const;

/** Cells that only generation A had, on its list of investments. */
export const oldCells = {
  loan: ({ loan }, how, world) => {
    const number = how.variant.ids.includes('href')
      ? `<a href="/${how.prefix}/Auction/Show/${world.getAuctionId(loan)}"><b>${loan.number}</b></a>`
      : `<b>${loan.number}</b>`;
    return cell(`${number}<br>${escapeHtml(loan.borrower.userName)}`);
  },
  light: ({ standing }) => cell(`<span class="fieldHelpLink icon ${lights[standing.status]}"></span>`),
  actions: () => cell('<a class="icon edit_small" href="#"></a>'),
  saleState: ({ listing }, how, world) =>
    cell(
      listing
        ? `${say(words.onSale, how.language)}${how.variant.ids.includes('href') ? ` <a class="icon delete_small" href="/${how.prefix}/Invest/CancelSale/${world.getListingId(listing)}"></a>` : ''}`
        : '',
    ),
} as const satisfies Record<string, WriteCell>;

/** Cells that generation A wrote in its own way on its markets: the number, the price and the expected return. */
export const oldMarketCells: Partial<Record<string, WriteCell>> = {
  number: ({ loan }, how, world) =>
    how.variant.ids.includes('href')
      ? `<td class="title"><a href="/${how.prefix}/Auction/Show/${world.getAuctionId(loan)}">${loan.number}</a></td>`
      : `<td class="title">${loan.number}</td>`,
  cost: (row, how) =>
    cell(
      `<div>\n <span>${writeCost(row, { ...how, variant: { ...how.variant, cost: 'signed' } })}</span></div>`,
    ),
  expectedReturn: (row, how) => cell(`<div><b>${writeExpectedReturn(row, how)}</b></div>`),
};
