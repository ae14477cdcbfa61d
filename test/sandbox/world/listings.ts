import type { Listing, ListingEnd } from './listing.ts';
import { book, bookingTexts } from './bookings.ts';
import { getPrice, getPrincipalRemaining } from './money.ts';
import { getOffer } from './offer.ts';
import { findHolding } from './part.ts';
import type { World } from './world.ts';

/** Puts a part on sale and tells of it; it runs out by itself. */
export function openListing(world: World, terms: Omit<Listing, 'index'>): Listing {
  const listing = world.addListing(terms);
  const part = world.getPart(listing.part);
  world.tell({
    kind: 'listing-opened',
    listingId: world.getListingId(listing),
    loanPartId: world.getPartId(part),
    discount: listing.discount,
  });
  planExpiry(world, listing);
  return listing;
}

/** Plans the end that comes by itself. */
export function planExpiry(world: World, listing: Listing): void {
  world.agenda.add(listing.closesAt, () => {
    if (!listing.ended) endListing(world, listing, 'expired');
  });
}

/** Ends a listing. A sale pays the seller, if that is one of the sandbox's investors. */
export function endListing(world: World, listing: Listing, how: ListingEnd): void {
  listing.ended = { at: world.now(), how };
  world.touch();
  const { loan, part, standing } = getOffer(world, listing);
  const seller = listing.seller === undefined ? undefined : world.investors[listing.seller];
  const holding = findHolding(part, listing.seller);
  if (how === 'sold' && seller && holding) {
    const price = getPrice(loan, standing, part, listing);
    book(world, seller, price, bookingTexts.sale, part);
    holding.sold = {
      at: world.now(),
      price,
      principal: getPrincipalRemaining(loan, standing, part),
    };
  }
  world.tell({ kind: 'listing-ended', listingId: world.getListingId(listing), how });
}
