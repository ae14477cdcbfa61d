import type { Day } from '#lib/base/day.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import { drawLoan } from './draw-loan.ts';
import { partSizes } from './figures.ts';
import { createGuid, findGuidIndex } from './guid.ts';
import type { Investor } from './investor.ts';
import { addHoldings, drawInvestors } from './investor.ts';
import { drawDiscount, listingLifeMs, type Listing } from './listing.ts';
import type { Loan } from './loan.ts';
import type { Part } from './part.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import { createStanding, type Standing } from './standing.ts';

export interface WorldOptions {
  seed: number;
  /** How many parts of other investors are on sale at the start. */
  listings: number;
  /** How many parts the first investor holds or held; the second has a quarter of that. */
  holdings: number;
  /** Epoch milliseconds. */
  now: () => number;
  /** Real loans to build the market from; without them loans are drawn. */
  loans?: readonly Loan[];
}

/** All there is behind the sandbox's pages and its API. */
export interface World {
  readonly seed: number;
  /** The moment at which it was made. */
  readonly startedAt: number;
  readonly loans: readonly Loan[];
  readonly parts: readonly Part[];
  readonly listings: readonly Listing[];
  readonly investors: readonly Investor[];
  now: () => number;
  /** The day it is in Tallinn. */
  today(): Day;
  getLoan(index: number): Loan;
  getPart(index: number): Part;
  /** Where a loan stands today. */
  getStanding(loan: Loan): Standing;
  /** Tells that a loan was paid or rescheduled, so that its standing is worked out anew. */
  forgetStanding(loan: Loan): void;
  /** Listings that are open now, oldest index first. */
  listOpen(): Listing[];
  addPart(loan: number, random: Random): Part;
  addListing(listing: Omit<Listing, 'index'>): Listing;
  addLoan(loan: Loan): void;
  getLoanId(loan: Loan): string;
  getAuctionId(loan: Loan): string;
  getPartId(part: Part): string;
  getListingId(listing: Listing): string;
  findLoan(loanId: string): Loan | undefined;
  findLoanOfAuction(auctionId: string): Loan | undefined;
  findPart(partId: string): Part | undefined;
  findListing(listingId: string): Listing | undefined;
}

/** Makes a world: the same for the same seed, sizes and day of start. */
export function createWorld(options: WorldOptions): World {
  const { seed, now } = options;
  const startedAt = now();
  const loans: Loan[] = [...(options.loans ?? [])];
  const parts: Part[] = [];
  const listings: Listing[] = [];
  const standings: (Standing | undefined)[] = [];
  const today = createToday(now);
  const find = <Thing>(things: readonly Thing[], kind: Parameters<typeof createGuid>[1], id: string) => {
    const index = findGuidIndex(seed, kind, id);
    return index === undefined ? undefined : things[index];
  };

  const world: World = {
    seed,
    startedAt,
    loans,
    parts,
    listings,
    investors: drawInvestors(seed),
    now,
    today,
    getLoan: (index) => get(loans, index),
    getPart: (index) => get(parts, index),
    getStanding: (loan) => {
      const day = today();
      const known = standings[loan.index];
      if (known && known.day === day) return known;
      const standing = createStanding(loan, day);
      standings[loan.index] = standing;
      return standing;
    },
    forgetStanding: (loan) => {
      standings[loan.index] = undefined;
    },
    listOpen: () => {
      const at = now();
      return listings.filter((listing) => !listing.ended && listing.closesAt > at);
    },
    addPart: (loan, random) => {
      const index = parts.length;
      const size = Math.min(random.pick(partSizes), get(loans, loan).amount);
      const part: Part = {
        index,
        loan,
        amount: size,
        bidNumber: 58_000_000 + index * 7 + random.int(0, 6),
        bidType: random.int(0, 3),
      };
      parts.push(part);
      return part;
    },
    addListing: (terms) => {
      const listing: Listing = { ...terms, index: listings.length };
      listings.push(listing);
      return listing;
    },
    addLoan: (loan) => loans.push(loan),
    getLoanId: (loan) => createGuid(seed, 'loan', loan.index),
    getAuctionId: (loan) => createGuid(seed, 'auction', loan.index),
    getPartId: (part) => createGuid(seed, 'loan-part', part.index),
    getListingId: (listing) => createGuid(seed, 'listing', listing.index),
    findLoan: (id) => find(loans, 'loan', id),
    findLoanOfAuction: (id) => find(loans, 'auction', id),
    findPart: (id) => find(parts, 'loan-part', id),
    findListing: (id) => find(listings, 'listing', id),
  };

  fillMarket(world, options, loans, listings);
  addHoldings(world, 0, options.holdings);
  addHoldings(world, 1, Math.ceil(options.holdings / 4));
  return world;
}

/** Puts parts on sale. In August 2020 a loan on offer showed up about 1.9 times. */
function fillMarket(world: World, options: WorldOptions, loans: Loan[], listings: Listing[]): void {
  const random = createRandom(options.seed, 'market');
  const drawn = options.loans === undefined;
  let next = 0;
  while (world.listings.length < options.listings) {
    if (drawn) loans.push(drawLoan(options.seed, next, world.today()));
    if (loans.length === 0) throw new Error('There are no loans to put on sale.');
    const loan = get(loans, next % loans.length);
    next++;
    if (world.getStanding(loan).status === 4) continue;
    do addOffer(world, random, loan);
    while (world.listings.length < options.listings && random.chance(0.47));
  }
  // Offers of one loan do not stand together: the market is in the order of listing.
  listings.sort((one, other) => one.listedAt - other.listedAt);
  listings.forEach((listing, index) => {
    listing.index = index;
  });
}

/** Lists one more part of a loan. */
function addOffer(world: World, random: Random, loan: Loan): void {
  const part = world.addPart(loan.index, random);
  // A part cannot be listed before the loan exists.
  const youngest = Math.max(1, (world.today() - loan.issuedOn - 1) * 1440);
  const listedAt =
    world.now() - random.int(1, Math.min(29 * 1440, youngest)) * 60_000 - random.int(0, 59_999);
  world.addListing({
    part: part.index,
    seller: undefined,
    listedAt,
    closesAt: listedAt + listingLifeMs,
    discount: drawDiscount(random, loan, world.getStanding(loan)),
    cancelOnPayment: random.chance(0.3),
    cancelOnReschedule: random.chance(0.3),
  });
}

function get<Thing>(things: readonly Thing[], index: number): Thing {
  const thing = things[index];
  if (thing === undefined) throw new RangeError(`The sandbox has no thing number ${index}.`);
  return thing;
}

/** The day in Tallinn, looked up once a minute of the clock. */
function createToday(now: () => number): () => Day {
  let minute = -1;
  let day = 0 as Day;
  return () => {
    const at = Math.floor(now() / 60_000);
    if (at !== minute) {
      minute = at;
      day = dayInTallinn(at * 60_000);
    }
    return day;
  };
}
