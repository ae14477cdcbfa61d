import { describe, expect, it } from 'vitest';
import { findAuctionEnd, findListingEnd } from '../../../entrypoints/background/mirror-ends.ts';

const now = Date.UTC(2026, 0, 5, 8);
const hour = 3_600_000;

describe('findListingEnd', () => {
  const open = { statusCode: 1, userCancelledOn: null, actualCloseDate: null };

  it.each([
    ['successful', { ...open, statusCode: 2, actualCloseDate: now }, 'sold'],
    ['failed', { ...open, statusCode: 3, actualCloseDate: now }, 'cancelled'],
    ['taken down by its seller', { ...open, statusCode: 3, userCancelledOn: now }, 'cancelled'],
    ['open', open, 'open'],
    ['created', { ...open, statusCode: 0 }, 'open'],
    ['in no state that is told', { ...open, statusCode: null }, 'open'],
    ['closed in a state that nobody knows', { ...open, statusCode: 9, actualCloseDate: now }, 'ended'],
    ['unknown', null, 'ended'],
  ] as const)('takes a listing that is %s for what it is', (_, summary, end) => {
    expect(findListingEnd(summary)).toBe(end);
  });
});

describe('findAuctionEnd', () => {
  const closed = { actualCloseDate: now - hour, plannedCloseDate: now - hour, remainingAmount: 0 };
  const lately = { goneAt: now - hour, now };
  const longAgo = { goneAt: now - 40 * hour, now };

  it.each([
    ['is in the loan book', closed, true, lately, 'funded'],
    ['was not filled', { ...closed, remainingAmount: 500 }, false, lately, 'cancelled'],
    ['was filled a moment ago', closed, false, lately, 'unsure'],
    ['was filled and is in no book two days later', closed, false, longAgo, 'cancelled'],
    ['is open', { ...closed, actualCloseDate: null, plannedCloseDate: now + hour }, false, lately, 'open'],
    ['tells nothing of its bids', { ...closed, remainingAmount: null }, false, lately, 'ended'],
    ['nobody knows', null, false, lately, 'ended'],
  ] as const)('takes an auction that %s for what it is', (_, auction, isInBook, times, end) => {
    expect(findAuctionEnd(auction, isInBook, times)).toBe(end);
  });
});
