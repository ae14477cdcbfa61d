import { endAuction } from '../world/auction-life.ts';
import { getRaised, type Auction } from '../world/auction.ts';
import { book, bookingTexts } from '../world/bookings.ts';
import type { Investor } from '../world/investor.ts';
import { roundMoney } from '../world/money.ts';
import { createRandom } from '../world/random.ts';
import type { World } from '../world/world.ts';

/** States and reasons of the API. */
const bidStates = {
  pending: 0,
  open: 1,
  successful: 2,
  failed: 3,
  cancelled: 4,
  accepted: 5,
} as const;
const reasons = { none: 0, tooSmall: 4, balance: 5, closed: 6, full: 9, auctionCancelled: 13 } as const;

/** What an investor asked for, and what became of it. Moments are epoch milliseconds, money is in euros. */
export interface Bid {
  index: number;
  investor: number;
  auction: Auction;
  requested: number;
  actual: number | null;
  requestedAt: number;
  processedAt: number | null;
  state: (typeof bidStates)[keyof typeof bidStates];
  reason: (typeof reasons)[keyof typeof reasons];
}

/** The queue of bids: each waits a second, is put up or fails, and ends with its auction. */
export interface BidDesk {
  readonly bids: readonly Bid[];
  make(investor: Investor, auction: Auction, amount: number): Bid;
  /** Takes a bid back; false when it can no longer be. */
  cancel(bid: Bid): boolean;
}

const queueMs = 1500;
/** Between the end of an auction and the loan. */
const payoutMs = 30_000;
const watchMs = 10_000;

export function createBidDesk(world: World, moving: boolean): BidDesk {
  const bids: Bid[] = [];
  return {
    bids,
    make(investor, auction, amount) {
      const bid: Bid = {
        index: bids.length,
        investor: investor.index,
        auction,
        requested: amount,
        actual: null,
        requestedAt: world.now(),
        processedAt: null,
        state: bidStates.pending,
        reason: reasons.none,
      };
      bids.push(bid);
      investor.requested = roundMoney(investor.requested + amount);
      world.agenda.add(world.now() + queueMs, () => processBid(world, bid, moving));
      return bid;
    },
    cancel(bid) {
      const investor = getInvestor(world, bid);
      if (bid.state === bidStates.pending)
        investor.requested = roundMoney(investor.requested - bid.requested);
      else if (bid.state === bidStates.open && !bid.auction.ended) release(investor, bid);
      else return false;
      bid.state = bidStates.cancelled;
      return true;
    },
  };
}

function processBid(world: World, bid: Bid, moving: boolean): void {
  if (bid.state !== bidStates.pending) return;
  const { auction } = bid;
  const investor = getInvestor(world, bid);
  const loan = world.getLoan(auction.loan);
  bid.processedAt = world.now();
  investor.requested = roundMoney(investor.requested - bid.requested);
  const room = roundMoney(loan.amount - getRaised(auction, loan, world.now()));
  // What waits behind it in the queue takes nothing from it.
  const free = investor.balance - investor.reserved;
  if (bid.requested < 5) fail(bid, reasons.tooSmall);
  else if (auction.ended) fail(bid, reasons.closed);
  else if (room <= 0) fail(bid, reasons.full);
  else if (free < bid.requested) fail(bid, reasons.balance);
  else {
    bid.actual = Math.min(bid.requested, room);
    bid.state = bidStates.open;
    auction.ours = roundMoney(auction.ours + bid.actual);
    investor.reserved = roundMoney(investor.reserved + bid.actual);
    if (room <= bid.requested) {
      world.agenda.add(world.now() + watchMs, () => {
        if (getRaised(auction, loan, world.now()) >= loan.amount) endAuction(world, auction, moving);
      });
    }
    watch(world, bid);
  }
}

/** Looks until the auction has ended. */
function watch(world: World, bid: Bid): void {
  world.agenda.add(world.now() + watchMs, () => {
    if (bid.state !== bidStates.open) return;
    if (!bid.auction.ended) watch(world, bid);
    else if (bid.auction.ended.how === 'cancelled') {
      release(getInvestor(world, bid), bid);
      fail(bid, reasons.auctionCancelled);
    } else {
      bid.state = bidStates.accepted;
      world.agenda.add(world.now() + payoutMs, () => payOut(world, bid));
    }
  });
}

/** The loan is paid out: money becomes a loan part. */
function payOut(world: World, bid: Bid): void {
  const investor = getInvestor(world, bid);
  const amount = bid.actual ?? 0;
  investor.reserved = roundMoney(investor.reserved - amount);
  const random = createRandom(world.seed, 'bid-part', bid.index);
  const part = world.addPart(bid.auction.loan, amount, random);
  part.bidType = 2;
  part.holdings = [
    {
      owner: bid.investor,
      boughtAt: world.now(),
      price: amount,
      secondHand: false,
      received: { principal: 0, interest: 0, lateCharges: 0 },
    },
  ];
  book(world, investor, -amount, bookingTexts.investment, part);
  bid.state = bidStates.successful;
}

function release(investor: Investor, bid: Bid): void {
  const amount = bid.actual ?? 0;
  investor.reserved = roundMoney(investor.reserved - amount);
  bid.auction.ours = roundMoney(bid.auction.ours - amount);
}

function fail(bid: Bid, reason: Bid['reason']): void {
  bid.state = bidStates.failed;
  bid.reason = reason;
}

function getInvestor(world: World, bid: Bid): Investor {
  const investor = world.investors[bid.investor];
  if (!investor) throw new RangeError(`There is no investor ${bid.investor}.`);
  return investor;
}
