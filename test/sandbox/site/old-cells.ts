import { cell, type WriteCell } from './cell.ts';
import { escapeHtml } from './html.ts';

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
} as const satisfies Record<string, WriteCell>;
