import type { Loan } from './loan.ts';
import { roundCents } from './schedule.ts';

/** An offer on the primary market. Moments are epoch milliseconds. */
export interface Auction {
  /** Index of the loan that it may become. */
  loan: number;
  listedAt: number;
  closesAt: number;
  /** What others have bid: this share of the amount, or a growing one that is all of it at `fillsAt`. */
  others: { share: number } | { fillsAt: number };
  /** Sum of the bids of the sandbox's investors, in euros. */
  ours: number;
  ended?: { at: number; how: 'funded' | 'cancelled' };
}

/** Euros bid so far, never more than asked for. */
export function getRaised(auction: Auction, loan: Loan, now: number): number {
  if (auction.ended?.how === 'funded') return loan.amount;
  const at = auction.ended?.at ?? now;
  const share =
    'share' in auction.others
      ? auction.others.share
      : (at - auction.listedAt) / (auction.others.fillsAt - auction.listedAt);
  return Math.min(loan.amount, roundCents(loan.amount * Math.max(0, Math.min(1, share))) + auction.ours);
}
