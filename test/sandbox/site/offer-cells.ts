import { dayInTallinn } from '#lib/base/day.ts';
import { getPrice } from '../world/money.ts';
import { findXirr } from '../world/xirr.ts';
import { cell, numeric, type WriteCell } from './cell.ts';
import { escapeHtml, writeAttributes } from './html.ts';
import { say, words } from './languages.ts';
import type { ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';

/** Cells of what is on sale on the secondary market. */
export const offerCells = {
  xirr: ({ loan, standing }, { formats }) => {
    const xirr = findXirr(loan, standing);
    return numeric(xirr === null ? formats.unknown('percent') : formats.percent(xirr));
  },
  cost: (row, how) =>
    `<td class="cost-cell" style="background:var(--cost,#eeefef)"><div class="item-cost">${writeCost(row, how)}</div></td>`,
  buy: ({ listing }, { variant, language }, world) => {
    const value = listing && variant.ids.includes('value') ? world.getListingId(listing) : undefined;
    const label = say(words.buy, language);
    return cell(
      `<label class="pick"><input type="checkbox" name="ItemIds"${writeAttributes({ value })} aria-label="${escapeHtml(label)}"></label><button type="button" class="btn btn-primary btn-xs js-buy"${writeAttributes({ value })}>${label}</button>`,
    );
  },
  listedOn: ({ listing }, { formats }) =>
    cell(listing ? formats.day(dayInTallinn(listing.listedAt)) : formats.unknown('other')),
  discount: ({ listing }, { formats }) =>
    numeric(
      listing
        ? `${listing.discount > 0 ? '+' : ''}${formats.percent(listing.discount, 0)}`
        : formats.unknown('percent'),
    ),
  price: (row, { formats }) => numeric(formats.money(getPriceOf(row))),
} as const satisfies Record<string, WriteCell>;

/** What a part on sale costs, in euros. */
export function getPriceOf({ loan, standing, part, listing }: ListRow): number {
  if (!part || !listing) throw new Error(`A part of loan ${loan.number} is not on sale.`);
  return getPrice(loan, standing, part, listing);
}

/** `4.12 € (15%)`: the percentage is a discount unless a plus stands before it; or both signed as in the API. */
export function writeCost(row: ListRow, { formats, variant }: PageWriting): string {
  const discount = row.listing?.discount ?? 0;
  const percent =
    variant.cost === 'signed'
      ? formats.percent(discount, 0)
      : `${discount > 0 ? '+' : ''}${formats.percent(Math.abs(discount), 0)}`;
  return `${formats.money(getPriceOf(row))} (${percent})`;
}
