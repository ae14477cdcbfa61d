import type { AuctionDetails } from '#lib/bondora/auction-details.ts';
import type { ListingSummary } from '#lib/bondora/listing-summary.ts';

/** What became of a row that is gone from its list; `open` when it is not gone at all, `unsure` when it shows later. */
export type End = 'sold' | 'cancelled' | 'funded' | 'ended' | 'open' | 'unsure';

type Summary = Pick<ListingSummary, 'statusCode' | 'userCancelledOn' | 'actualCloseDate'>;

/** @param summary what Bondora tells of the listing; null where it knows none */
export function findListingEnd(summary: Summary | null): End {
  if (summary === null) return 'ended';
  if (summary.userCancelledOn !== null) return 'cancelled';
  // The states: 0 created, 1 open, 2 successful, 3 failed.
  switch (summary.statusCode) {
    case 2:
      return 'sold';
    case 3:
      return 'cancelled';
    case 0:
    case 1:
      return 'open';
    default:
      return summary.actualCloseDate === null ? 'open' : 'ended';
  }
}

// The public loan book is made anew once a day; half a day more for the making.
const bookIsDueAfter = 36 * 3_600_000;

type Facts = Pick<AuctionDetails, 'actualCloseDate' | 'plannedCloseDate' | 'remainingAmount'>;

/**
 * What the API tells of an auction does not say whether a full one became a loan: a borrower may turn it down. Every loan
 * stands in the public loan book, though, a day later at most.
 * @param auction what Bondora tells of it; null where it knows none
 * @param isInBook whether the loan is known to stand in the book
 * @param goneAt when it was found to be gone, and the time now; epoch ms
 */
export function findAuctionEnd(
  auction: Facts | null,
  isInBook: boolean,
  { goneAt, now }: { goneAt: number; now: number },
): End {
  if (isInBook) return 'funded';
  if (auction === null) return 'ended';
  if (auction.actualCloseDate === null && (auction.plannedCloseDate ?? 0) > now) return 'open';
  if (isFull(auction) !== true) return isFull(auction) === null ? 'ended' : 'cancelled';
  return now - goneAt > bookIsDueAfter ? 'cancelled' : 'unsure';
}

/** Whether as much was bid as was asked for; null when not told. */
export function isFull({ remainingAmount }: Pick<Facts, 'remainingAmount'>): boolean | null {
  return remainingAmount === null ? null : remainingAmount <= 0;
}
