import type { Listing } from './listing.ts';
import type { Loan } from './loan.ts';
import type { Part } from './part.ts';
import type { Standing } from './standing.ts';
import type { World } from './world.ts';

/** A listing with all that stands behind it. */
export interface Offer {
  listing: Listing;
  part: Part;
  loan: Loan;
  standing: Standing;
}

/** Looks up what stands behind a listing. */
export function getOffer(world: World, listing: Listing): Offer {
  const part = world.getPart(listing.part);
  const loan = world.getLoan(part.loan);
  return { listing, part, loan, standing: world.getStanding(loan) };
}
