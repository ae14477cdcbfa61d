import { discounts, lateDiscounts } from './figures.ts';
import type { Loan } from './loan.ts';
import type { Random } from './random.ts';
import type { Standing } from './standing.ts';

/** How a listing ended. */
export type ListingEnd = 'sold' | 'cancelled' | 'expired';

/** An offer of a loan part on the secondary market. Moments are epoch milliseconds. */
export interface Listing {
  index: number;
  /** Index of the part on sale. */
  part: number;
  /** Which of the sandbox's investors sells it; undefined for anybody else. */
  seller: number | undefined;
  listedAt: number;
  closesAt: number;
  /** Whole percent: negative is a discount, positive a mark-up. */
  discount: number;
  cancelOnPayment: boolean;
  cancelOnReschedule: boolean;
  ended?: { at: number; how: ListingEnd };
}

/** Listings run at most this long. */
export const listingLifeMs = 30 * 86_400_000;

/** The price a seller asks, given how the loan stands. */
export function drawDiscount(random: Random, loan: Loan, standing: Standing): number {
  switch (standing.status) {
    case 5:
      return Math.round(random.draw(lateDiscounts.overdue60));
    case 100:
      return Math.round(random.draw(lateDiscounts.overdue));
    case 2:
    case 4:
      return random.pick(loan.rating !== null && loan.rating <= 'C' ? discounts.sound : discounts.weak);
  }
}
