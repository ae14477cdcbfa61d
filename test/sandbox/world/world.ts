import type { Day } from '#lib/base/day.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import { createAgenda, type Agenda } from './agenda.ts';
import type { Auction } from './auction.ts';
import { createGuid, findGuidIndex, type GuidKind } from './guid.ts';
import { drawInvestors, type Investor } from './investor.ts';
import type { Listing } from './listing.ts';
import type { Loan } from './loan.ts';
import type { MarketEvent, MarketNews } from './market-event.ts';
import { findOwner, type Part } from './part.ts';
import type { Random } from './random.ts';
import { createStanding, type Standing } from './standing.ts';

/** All there is behind the sandbox's pages and its API. It is made and filled by `createWorld`. */
export interface World {
  readonly seed: number;
  /** The moment at which it was made. */
  readonly startedAt: number;
  readonly loans: readonly Loan[];
  readonly parts: readonly Part[];
  /** All listings there ever were. */
  readonly listings: readonly Listing[];
  readonly auctions: readonly Auction[];
  readonly investors: readonly Investor[];
  /** What happened on the market, in order. */
  readonly events: readonly MarketEvent[];
  readonly agenda: Agenda;
  /** Counts up with every change of the market. */
  readonly version: number;
  /** Epoch milliseconds of the world's own time. */
  now: () => number;
  /** The day it is in Tallinn. */
  today(): Day;
  /** Lets everything happen that is planned up to this moment. Times gone by do nothing. */
  moveTo(instant: number): void;
  tell(news: MarketNews): void;
  getLoan(index: number): Loan;
  getPart(index: number): Part;
  /** Where a loan stands today. */
  getStanding(loan: Loan): Standing;
  /** Tells that a loan was paid or rescheduled, so that its standing is worked out anew. */
  forgetStanding(loan: Loan): void;
  /** Listings that are open now, in the order of listing. */
  listOpen(): readonly Listing[];
  listOpenOf(loan: Loan): Listing[];
  /** Parts of a loan that the sandbox's investors hold now. */
  listPartsHeld(loan: Loan): Part[];
  addLoan(loan: Loan): void;
  addAuction(auction: Auction): void;
  /** A new part of a loan, of this original principal in euros. */
  addPart(loan: number, amount: number, random: Random): Part;
  addListing(listing: Omit<Listing, 'index'>): Listing;
  /** Tells that a listing ended or changed. */
  touch(): void;
  getLoanId(loan: Loan): string;
  getAuctionId(loan: Loan): string;
  getPartId(part: Part): string;
  getListingId(listing: Listing): string;
  findLoan(loanId: string): Loan | undefined;
  findLoanOfAuction(auctionId: string): Loan | undefined;
  findPart(partId: string): Part | undefined;
  findListing(listingId: string): Listing | undefined;
}

/** A world with nothing in it but its investors. `startedAt` is in epoch milliseconds. */
export function createEmptyWorld(seed: number, startedAt: number): World {
  let time = startedAt;
  let version = 0;
  let open: { version: number; listings: readonly Listing[] } | undefined;
  const agenda = createAgenda();
  const loans: Loan[] = [];
  const parts: Part[] = [];
  const partsOf = new Map<number, Part[]>();
  const listings: Listing[] = [];
  const listingsOf = new Map<number, Listing[]>();
  const auctions: Auction[] = [];
  const events: MarketEvent[] = [];
  const standings: (Standing | undefined)[] = [];
  const today = createToday(() => time);

  const find = <Thing>(things: readonly Thing[], kind: GuidKind, id: string): Thing | undefined => {
    const index = findGuidIndex(seed, kind, id);
    return index === undefined ? undefined : things[index];
  };

  return {
    seed,
    startedAt,
    loans,
    parts,
    listings,
    auctions,
    investors: drawInvestors(seed),
    events,
    agenda,
    get version() {
      return version;
    },
    now: () => time,
    today,
    moveTo(instant) {
      agenda.runUntil(instant, (at) => {
        time = Math.max(time, at);
      });
      time = Math.max(time, instant);
    },
    tell(news) {
      version++;
      events.push({ ...news, id: events.length + 1, at: time });
    },
    getLoan: (index) => get(loans, index),
    getPart: (index) => get(parts, index),
    getStanding(loan) {
      const day = today();
      const known = standings[loan.index];
      if (known && known.day === day) return known;
      const standing = createStanding(loan, day);
      standings[loan.index] = standing;
      return standing;
    },
    forgetStanding(loan) {
      version++;
      standings[loan.index] = undefined;
    },
    listOpen() {
      if (open?.version !== version) {
        open = { version, listings: listings.filter((listing) => !listing.ended) };
      }
      return open.listings;
    },
    listOpenOf: (loan) => (listingsOf.get(loan.index) ?? []).filter((listing) => !listing.ended),
    listPartsHeld: (loan) => (partsOf.get(loan.index) ?? []).filter((part) => findOwner(part) !== undefined),
    addLoan: (loan) => loans.push(loan),
    addAuction: (auction) => auctions.push(auction),
    addPart(loan, amount, random) {
      const index = parts.length;
      const part: Part = {
        index,
        loan,
        amount,
        bidNumber: 58_000_000 + index * 7 + random.int(0, 6),
        bidType: random.int(0, 3),
      };
      parts.push(part);
      append(partsOf, loan, part);
      return part;
    },
    addListing(terms) {
      version++;
      const listing: Listing = { ...terms, index: listings.length };
      listings.push(listing);
      append(listingsOf, get(parts, listing.part).loan, listing);
      return listing;
    },
    touch() {
      version++;
    },
    getLoanId: (loan) => createGuid(seed, 'loan', loan.index),
    getAuctionId: (loan) => createGuid(seed, 'auction', loan.index),
    getPartId: (part) => createGuid(seed, 'loan-part', part.index),
    getListingId: (listing) => createGuid(seed, 'listing', listing.index),
    findLoan: (id) => find(loans, 'loan', id),
    findLoanOfAuction: (id) => find(loans, 'auction', id),
    findPart: (id) => find(parts, 'loan-part', id),
    findListing: (id) => find(listings, 'listing', id),
  };
}

function append<Thing>(lists: Map<number, Thing[]>, key: number, thing: Thing): void {
  const list = lists.get(key);
  if (list) list.push(thing);
  else lists.set(key, [thing]);
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
