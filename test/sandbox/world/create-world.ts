import { startAuctions } from './auction-life.ts';
import { openBook } from './bookings.ts';
import { drawLoan } from './draw-loan.ts';
import { addHoldings } from './investor.ts';
import { drawDiscount, listingLifeMs, type Listing } from './listing.ts';
import { planExpiry } from './listings.ts';
import type { Loan } from './loan.ts';
import { startLoanLife } from './loan-life.ts';
import { startMarketLife } from './market-life.ts';
import { drawPartSize } from './part-size.ts';
import { createRandom, type Random } from './random.ts';
import { createEmptyWorld, type World } from './world.ts';

export interface WorldOptions {
  seed: number;
  /** How many parts are on sale at the start. */
  listings: number;
  /** How many parts the first investor holds or held; the second has a quarter of that. */
  holdings: number;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Real loans to build the market from; without them loans are drawn. */
  loans?: readonly Loan[];
  /** Whether others trade and borrowers pay as time goes by. Orders of the investors are carried out in any case. */
  moving?: boolean;
}

/** Makes a world: the same for the same seed, sizes and start, and with the same future. */
export function createWorld(options: WorldOptions): World {
  const world = createEmptyWorld(options.seed, options.startedAt);
  const { moving = false } = options;
  for (const loan of options.loans ?? []) world.addLoan(loan);
  const offers = drawOffers(world, options);
  const own = [
    ...addHoldings(world, 0, options.holdings),
    ...addHoldings(world, 1, Math.ceil(options.holdings / 4)),
  ];
  // Offers of one loan do not stand together: the market is in the order of listing.
  const market = [...own, ...offers.slice(0, Math.max(0, options.listings - own.length))];
  for (const offer of market.toSorted((one, other) => one.listedAt - other.listedAt)) world.addListing(offer);
  for (const investor of world.investors) openBook(world, investor);
  for (const listing of world.listOpen()) planExpiry(world, listing);
  for (const loan of world.loans) {
    if (moving || world.listPartsHeld(loan).length > 0) startLoanLife(world, loan, moving);
  }
  if (moving) startMarketLife(world);
  startAuctions(world, moving);
  return world;
}

/** Draws what others have on sale. In August 2020 a loan on offer showed up about 1.9 times. */
function drawOffers(world: World, options: WorldOptions): Omit<Listing, 'index'>[] {
  const random = createRandom(options.seed, 'market');
  const offers: Omit<Listing, 'index'>[] = [];
  let next = 0;
  while (offers.length < options.listings) {
    if (options.loans === undefined) world.addLoan(drawLoan(options.seed, next, world.today()));
    const loan = world.getLoan(next % Math.max(1, world.loans.length));
    next++;
    if (world.getStanding(loan).status === 4) continue;
    do offers.push(drawOffer(world, random, loan));
    while (offers.length < options.listings && random.chance(0.47));
  }
  return offers;
}

/** One more part of a loan, on sale for up to 29 days, but not for longer than the loan exists. */
function drawOffer(world: World, random: Random, loan: Loan): Omit<Listing, 'index'> {
  const part = world.addPart(loan.index, drawPartSize(random, loan, world.getStanding(loan)), random);
  const minutes = Math.max(1, (world.today() - loan.issuedOn - 1) * 1440);
  const listedAt = world.now() - random.int(1, Math.min(29 * 1440, minutes)) * 60_000 - random.int(0, 59_999);
  return {
    part: part.index,
    seller: undefined,
    listedAt,
    closesAt: listedAt + listingLifeMs,
    discount: drawDiscount(random, loan, world.getStanding(loan)),
    cancelOnPayment: random.chance(0.3),
    cancelOnReschedule: random.chance(0.3),
  };
}
