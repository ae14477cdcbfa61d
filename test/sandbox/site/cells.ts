import type { Day } from '#lib/base/day.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import { getOutstandingPayments, getPrice, getPrincipalRemaining, scaleToPart } from '../world/money.ts';
import type { Offer } from '../world/offer.ts';
import type { World } from '../world/world.ts';
import { findXirr } from '../world/xirr.ts';
import type { ColumnId } from './columns.ts';
import type { Formats } from './formats.ts';
import { escapeHtml, writeAttributes } from './html.ts';
import { say, words, type Language } from './languages.ts';
import type { PageVariant } from './variant.ts';

/** What a page is written with. */
export interface PageStyle {
  /** Language prefix of the address. */
  prefix: string;
  language: Language;
  variant: PageVariant;
  formats: Formats;
}

/** The cell of an offer in a column, with its `td`. */
export function writeCell(column: ColumnId, offer: Offer, world: World, style: PageStyle): string {
  const { listing, part, loan, standing } = offer;
  const { formats } = style;
  const day = (value: Day | undefined): string =>
    value === undefined ? formats.unknown('other') : formats.day(value);
  const scaled = (euros: number): string => formats.money(scaleToPart(euros, loan, part));
  switch (column) {
    case 'number':
      return cell(writeNumberLink(offer, world, style));
    case 'country':
      return cell(`<span class="flag flag-${loan.country.toLowerCase()}"></span>${loan.country}`);
    case 'rating':
      return cell(
        `<span class="rating rating-${(loan.rating ?? 'none').toLowerCase()}">${loan.rating ?? '-'}</span>`,
      );
    case 'interest':
      return numeric(formats.percent(loan.interest));
    case 'status':
      return cell(writeStatus(offer, style.language));
    case 'nextPaymentDate':
      return cell(day(standing.nextPaymentOn));
    case 'payments':
      return cell(`${standing.nextPaymentNumber} / ${standing.payments}`);
    case 'outstanding':
      return numeric(formats.money(getOutstandingPayments(loan, standing, part)));
    case 'xirr': {
      const xirr = findXirr(loan, standing);
      return numeric(xirr === null ? formats.unknown('percent') : formats.percent(xirr));
    }
    case 'cost':
      return `<td class="cost-cell" style="background:#eeefef"><div class="item-cost">${writeCost(offer, style)}</div></td>`;
    case 'buy':
      return cell(writeBuyControl(offer, world, style));
    case 'principal':
      return numeric(formats.money(getPrincipalRemaining(loan, standing, part)));
    case 'amount':
      return numeric(formats.money(part.amount));
    case 'nextPayment':
      return numeric(
        standing.nextPayment === undefined ? formats.unknown('other') : scaled(standing.nextPayment),
      );
    case 'lastPaymentDate':
      return cell(day(standing.lastPaidOn));
    case 'listedOn':
      return cell(formats.day(dayInTallinn(listing.listedAt)));
    case 'issuedOn':
      return cell(formats.day(loan.issuedOn));
    case 'duration':
      return numeric(String(loan.duration));
    case 'daysLate':
      return numeric(String(standing.day - (standing.anythingOverdueSince ?? standing.day)));
    case 'lateAmount':
      return numeric(scaled(standing.principalLate + standing.interestLate + standing.penaltyLate));
    case 'discount':
      return numeric(`${listing.discount > 0 ? '+' : ''}${formats.percent(listing.discount, 0)}`);
    case 'price':
      return numeric(formats.money(getPrice(loan, standing, part, listing)));
    case 'borrower':
      return cell(escapeHtml(loan.borrower.userName));
    case 'principalRepaid':
      return numeric(scaled(standing.principalRepaid));
    case 'interestRepaid':
      return numeric(scaled(standing.interestRepaid));
  }
}

function cell(html: string): string {
  return `<td>${html}</td>`;
}

function numeric(text: string): string {
  return `<td class="text-right">${text}</td>`;
}

function writeNumberLink({ loan }: Offer, world: World, style: PageStyle): string {
  const href = style.variant.ids.includes('href')
    ? `/${style.prefix}/Auction/Show/${world.getAuctionId(loan)}`
    : '#';
  return `<a class="loan-number" href="${href}">${loan.number}</a>`;
}

/** The state in words. */
function writeStatus({ standing }: Offer, language: Language): string {
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

/** `4.12 € (15%)`: the percentage is a discount unless a plus stands before it; or both signed as in the API. */
function writeCost({ listing, part, loan, standing }: Offer, { formats, variant }: PageStyle): string {
  const { discount } = listing;
  const percent =
    variant.cost === 'signed' ? `${discount}%` : discount > 0 ? `+${discount}%` : `${Math.abs(discount)}%`;
  return `${formats.money(getPrice(loan, standing, part, listing))} (${percent})`;
}

function writeBuyControl({ listing }: Offer, world: World, style: PageStyle): string {
  const value = style.variant.ids.includes('value') ? world.getListingId(listing) : undefined;
  const label = say(words.buy, style.language);
  return `<label class="pick"><input type="checkbox" name="ItemIds"${writeAttributes({ value })} aria-label="${escapeHtml(label)}"></label><button type="button" class="btn btn-primary btn-xs js-buy"${writeAttributes({ value })}>${label}</button>`;
}
