import { dayInTallinn } from '#lib/base/day.ts';
import { cell, numeric, type WriteCell } from './cell.ts';
import { writeAttributes } from './html.ts';
import { say, words } from './languages.ts';

/** Cells of what an investor holds. */
export const holdingCells = {
  investmentNumber: ({ loan, part }, how, world) => {
    const href = how.variant.ids.includes('href')
      ? `/${how.prefix}/Auction/Show/${world.getAuctionId(loan)}`
      : '#';
    return cell(`<a class="loan-number" href="${href}">${loan.number}-${part?.bidNumber ?? ''}</a>`);
  },
  purchaseDate: ({ holding }, { formats }) =>
    cell(holding ? formats.day(dayInTallinn(holding.boughtAt)) : formats.unknown('other')),
  purchasePrice: ({ holding }, { formats }) =>
    numeric(holding ? formats.money(holding.price) : formats.unknown('other')),
  markup: ({ listing }) =>
    cell(
      `<input class="form-control markup" type="text" name="DesiredDiscountRate" value="${listing?.discount ?? ''}" size="4"${listing ? ' disabled' : ''} aria-label="%">`,
    ),
  sale: ({ listing, part }, { variant, language }, world) => {
    const value = part && variant.ids.includes('value') ? world.getPartId(part) : undefined;
    const button = (name: string, kind: string): string =>
      `<button type="button" class="btn ${kind} btn-xs js-sell" name="LoanPartId"${writeAttributes({ value })}>${name}</button>`;
    return cell(
      listing
        ? `<span class="sale-state">${say(words.onSale, language)}</span> ${button(say(words.cancel, language), 'btn-default')}`
        : button(say(words.sell, language), 'btn-primary'),
    );
  },
} as const satisfies Record<string, WriteCell>;
