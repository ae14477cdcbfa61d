import { book, bookingTexts } from '../world/bookings.ts';
import type { Investor } from '../world/investor.ts';
import { listingLifeMs, type Listing } from '../world/listing.ts';
import { endListing, openListing } from '../world/listings.ts';
import { getPrice, getPrincipalRemaining } from '../world/money.ts';
import { getOffer } from '../world/offer.ts';
import { findOwner, type Part } from '../world/part.ts';
import { createRandom } from '../world/random.ts';
import type { World } from '../world/world.ts';

/** Why an order of several items is not taken over: the item that blocks it, and how. */
export interface Obstacle {
  status: 403 | 404 | 409;
  message: string;
  id: string;
}

export interface SaleTerms {
  discount: number;
  cancelOnPayment: boolean;
  cancelOnReschedule: boolean;
}

/** Buying, selling and taking down on the secondary market: all of an order, or nothing. */
export interface TradeDesk {
  /** The share of purchases that somebody else wins in the last moment. Tests set it. */
  lostRaces: number;
  buy(investor: Investor, listings: readonly Listing[]): Obstacle | undefined;
  sell(investor: Investor, items: readonly { part: Part; terms: SaleTerms }[]): Obstacle | Listing[];
  cancel(investor: Investor, listings: readonly Listing[]): Obstacle | undefined;
}

/** Purchases are settled a little after they were taken over. */
const settleMs = 2000;

export function createTradeDesk(world: World): TradeDesk {
  const pending = new Set<Listing>();
  const desk: TradeDesk = {
    lostRaces: 0,
    buy(investor, listings) {
      let cost = 0;
      for (const listing of listings) {
        const obstacle = findBuyObstacle(world, investor, listing, pending);
        if (obstacle) return obstacle;
        const { loan, part, standing } = getOffer(world, listing);
        cost += getPrice(loan, standing, part, listing);
        if (cost > investor.balance - investor.reserved - investor.requested) {
          return { status: 409, message: 'Not enough available funds', id: world.getListingId(listing) };
        }
      }
      for (const listing of listings) {
        pending.add(listing);
        world.agenda.add(world.now() + settleMs, () => {
          pending.delete(listing);
          settle(world, investor, listing, desk.lostRaces);
        });
      }
      return undefined;
    },
    sell(investor, items) {
      for (const { part } of items) {
        const obstacle = findSellObstacle(world, investor, part);
        if (obstacle) return obstacle;
      }
      return items.map(({ part, terms }) =>
        openListing(world, {
          ...terms,
          part: part.index,
          seller: investor.index,
          listedAt: world.now(),
          closesAt: world.now() + listingLifeMs,
        }),
      );
    },
    cancel(investor, listings) {
      for (const listing of listings) {
        const id = world.getListingId(listing);
        if (listing.seller !== investor.index) return { status: 403, message: 'User has no rights', id };
        if (listing.ended || pending.has(listing)) {
          return { status: 409, message: 'Item cannot be cancelled', id };
        }
      }
      for (const listing of listings) endListing(world, listing, 'cancelled');
      return undefined;
    },
  };
  return desk;
}

function findBuyObstacle(
  world: World,
  investor: Investor,
  listing: Listing,
  pending: ReadonlySet<Listing>,
): Obstacle | undefined {
  const id = world.getListingId(listing);
  if (listing.seller === investor.index) {
    return { status: 409, message: 'Own item cannot be bought', id };
  }
  if (listing.ended || pending.has(listing)) {
    return { status: 409, message: 'Item is no longer on sale', id };
  }
  return undefined;
}

function findSellObstacle(world: World, investor: Investor, part: Part): Obstacle | undefined {
  const id = world.getPartId(part);
  const loan = world.getLoan(part.loan);
  if (findOwner(part) !== investor.index) return { status: 403, message: 'User has no rights', id };
  const onSale = world.listOpenOf(loan).some((listing) => listing.part === part.index);
  const open = getPrincipalRemaining(loan, world.getStanding(loan), part);
  return onSale || open <= 0 ? { status: 409, message: 'Investment cannot be sold', id } : undefined;
}

/** The purchase is carried out, unless the listing ended meanwhile or somebody was faster. */
function settle(world: World, investor: Investor, listing: Listing, lostRaces: number): void {
  if (listing.ended) return;
  const { loan, part, standing } = getOffer(world, listing);
  const price = getPrice(loan, standing, part, listing);
  const isLost = createRandom(world.seed, 'race', listing.index, world.now()).chance(lostRaces);
  endListing(world, listing, 'sold');
  if (isLost) return;
  part.holdings = [
    ...(part.holdings ?? []),
    {
      owner: investor.index,
      boughtAt: world.now(),
      price,
      secondHand: true,
      received: { principal: 0, interest: 0, lateCharges: 0 },
    },
  ];
  book(world, investor, -price, bookingTexts.purchase, part);
}
