import { getRaised } from '../world/auction.ts';
import { cell, numeric, type WriteCell } from './cell.ts';
import { writeAttributes } from './html.ts';
import { say, words } from './languages.ts';
import type { ListRow } from './list-row.ts';
import type { PageWriting } from './page-writing.ts';

/** Cells of what is asked for on the primary market. */
export const auctionCells = {
  appliedAmount: ({ loan }, { formats }) => numeric(formats.money(loan.amount)),
  funded: ({ auction, loan }, { formats }, world) =>
    numeric(
      auction
        ? formats.percent((100 * getRaised(auction, loan, world.now())) / loan.amount, 0)
        : formats.unknown('percent'),
    ),
  timeLeft: ({ auction }, _how, world) => {
    const minutes = Math.max(0, Math.floor(((auction?.closesAt ?? 0) - world.now()) / 60_000));
    return cell(`${Math.floor(minutes / 60)} h ${minutes % 60} min`);
  },
  bid: ({ loan }, { variant, language }, world) => {
    const value = variant.ids.includes('value') ? world.getAuctionId(loan) : undefined;
    return cell(
      `<input class="form-control markup" type="text" name="Amount" value="5" size="4" aria-label="€"> <button type="button" class="btn btn-primary btn-xs js-bid" name="AuctionId"${writeAttributes({ value })}>${say(words.bid, language)}</button>`,
    );
  },
  expectedLoss: ({ loan }, { formats }) => numeric(formats.percent(loan.model.expectedLoss * 100, 1)),
  expectedReturn: (row, how) => numeric(writeExpectedReturn(row, how)),
} as const satisfies Record<string, WriteCell>;

/** What a loan is expected to bring, in percent a year; of offers second hand the site did not always know it. */
export function findExpectedReturn({ loan, auction }: ListRow): number | null {
  return auction || loan.number % 5 > 0 ? loan.model.expectedReturn * 100 : null;
}

/** `12.3%`, or `-%`. */
export function writeExpectedReturn(row: ListRow, { formats }: PageWriting): string {
  const percent = findExpectedReturn(row);
  return percent === null ? formats.unknown('percent') : formats.percent(percent, 1);
}
