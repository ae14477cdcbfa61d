import type { Listing } from './listing.ts';
import { drawDiscount, listingLifeMs } from './listing.ts';
import type { Loan } from './loan.ts';
import { getOffer } from './offer.ts';
import { drawPartSize } from './part-size.ts';
import { createRandom, type Random } from './random.ts';
import { endListing, openListing } from './listings.ts';
import type { World } from './world.ts';

const dayMs = 86_400_000;

/** Shares of the open listings that end or change in a day, when nothing speaks for or against them. */
const daily = { sold: 0.02, cancelled: 0.01, repriced: 0.04 };

/** Lets listings come, change their price, sell and go. Those of the sandbox's investors are only ever sold. */
export function startMarketLife(world: World): void {
  const start = world.listOpen();
  for (const listing of start) startListingLife(world, listing);
  // As many come as go, so that the market keeps its size.
  const perDay = start.length * (daily.sold + daily.cancelled + 1 / 30);
  if (perDay > 0) planArrival(world, perDay, 0);
}

/** Plans what others do about one listing. */
function startListingLife(world: World, listing: Listing, step = 0): void {
  const random = createRandom(world.seed, 'listing-life', listing.index, step);
  const { loan, standing } = getOffer(world, listing);
  const isMine = listing.seller !== undefined;
  const sold =
    daily.sold * 1.15 ** Math.max(-12, Math.min(12, -listing.discount - (standing.status === 5 ? 60 : 0)));
  const cancelled = isMine ? 0 : daily.cancelled;
  const repriced = isMine ? 0 : daily.repriced;
  const all = sold + cancelled + repriced;
  const at = world.now() + (-Math.log(1 - random.next()) / all) * dayMs;
  if (at >= listing.closesAt) return;
  const lot = random.next() * all;
  world.agenda.add(Math.floor(at), () => {
    if (listing.ended) return;
    if (lot < sold) endListing(world, listing, 'sold');
    else if (lot < sold + cancelled) endListing(world, listing, 'cancelled');
    else {
      reprice(world, listing, random, loan);
      startListingLife(world, listing, step + 1);
    }
  });
}

/** Ends open listings of a loan whose seller wished so for this case; all of them when the loan is repaid. */
export function endListingsOf(world: World, loan: Loan, reason: 'payment' | 'reschedule' | 'repaid'): void {
  for (const listing of world.listOpenOf(loan)) {
    const ends =
      reason === 'repaid' ||
      (reason === 'payment' && listing.cancelOnPayment) ||
      (reason === 'reschedule' && listing.cancelOnReschedule);
    if (ends) endListing(world, listing, 'cancelled');
  }
}

/** Most sellers step down, some ask anew. */
function reprice(world: World, listing: Listing, random: Random, loan: Loan): void {
  const from = listing.discount;
  const to = random.chance(0.8)
    ? Math.max(-95, from - random.int(1, 5))
    : drawDiscount(random, loan, world.getStanding(loan));
  if (to === from) return;
  listing.discount = to;
  world.touch();
  world.tell({ kind: 'listing-repriced', listingId: world.getListingId(listing), from, to });
}

function planArrival(world: World, perDay: number, nth: number): void {
  const random = createRandom(world.seed, 'arrival', nth);
  const wait = (-Math.log(1 - random.next()) / perDay) * dayMs;
  world.agenda.add(Math.ceil(world.now() + wait), () => {
    const loan = world.loans[random.int(0, world.loans.length - 1)];
    if (loan && !loan.stage && world.getStanding(loan).status !== 4) {
      const size = drawPartSize(random, loan, world.getStanding(loan));
      const part = world.addPart(loan.index, size, random);
      const listing = openListing(world, {
        part: part.index,
        seller: undefined,
        listedAt: world.now(),
        closesAt: world.now() + listingLifeMs,
        discount: drawDiscount(random, loan, world.getStanding(loan)),
        cancelOnPayment: random.chance(0.3),
        cancelOnReschedule: random.chance(0.3),
      });
      startListingLife(world, listing);
    }
    planArrival(world, perDay, nth + 1);
  });
}
