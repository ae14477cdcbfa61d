import type { Bid } from '../orders/bids.ts';
import { createGuid } from '../world/guid.ts';
import type { World } from '../world/world.ts';
import { writeInstant } from './dot-net-dates.ts';

/** `BidSummary` of the API. */
export function createBidSummary(world: World, bid: Bid) {
  return {
    Id: createGuid(world.seed, 'bid', bid.index),
    AuctionId: world.getAuctionId(world.getLoan(bid.auction.loan)),
    RequestedBidAmount: bid.requested,
    ActualBidAmount: bid.actual,
    RequestedBidMinimumLimit: null,
    BidRequestedDate: writeInstant(bid.requestedAt),
    BidProcessedDate: writeInstant(bid.processedAt ?? undefined),
    IsRequestBeingProcessed: bid.processedAt === null && bid.state === 0,
    StatusCode: bid.state,
    FailureReason: bid.reason,
  };
}
