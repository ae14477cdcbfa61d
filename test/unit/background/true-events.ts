import { getRaised } from '#test/sandbox/world/auction.ts';
import type { World } from '#test/sandbox/world/world.ts';

/** An event as one line: kind, id, and for a new price what it was and is, in percent. */
export type EventLine = string;

/** When the lists of the market were read, in order; epoch ms. */
export interface Readings {
  listings: readonly number[];
  auctions: readonly number[];
}

/** What a mirror must have found, and what it may or may not know yet. */
export interface TrueEvents {
  certain: Set<EventLine>;
  /** Ends of auctions that were full and turned down: known once the loan book should have had them. */
  pending: Set<EventLine>;
}

/**
 * What truly happened between readings, as far as readings can tell: who came and went between two of them was never
 * there, and a price that changed several times between two changed once, from the first to the last.
 * @param settledBefore auctions that ended before this moment must be known to the end; epoch ms
 */
export function findTrueEvents(world: World, readings: Readings, settledBefore: number): TrueEvents {
  const certain = new Set<EventLine>();
  const pending = new Set<EventLine>();
  const repriced = Map.groupBy(
    world.events.filter((event) => event.kind === 'listing-repriced'),
    ({ listingId }) => listingId,
  );
  for (const listing of world.listings) {
    const id = world.getListingId(listing);
    const seen = findSeen(readings.listings, listing.listedAt, listing.ended?.at);
    if (seen === undefined) continue;
    if (seen.first > 0) certain.add(`listed ${id}`);
    const changes = repriced.get(id) ?? [];
    const discountAt = (at: number): number =>
      changes.findLast((change) => change.at <= at)?.to ?? changes[0]?.from ?? listing.discount;
    for (let n = seen.first + 1; n < seen.gone; n += 1) {
      const [from, to] = [discountAt(readings.listings[n - 1] ?? 0), discountAt(readings.listings[n] ?? 0)];
      if (from !== to) certain.add(`repriced ${id} ${from} ${to} in ${n}`);
    }
    if (seen.gone < readings.listings.length) {
      certain.add(`${listing.ended?.how === 'sold' ? 'sold' : 'cancelled'} ${id}`);
    }
  }
  for (const auction of world.auctions) {
    const loan = world.getLoan(auction.loan);
    const id = world.getAuctionId(loan);
    const seen = findSeen(readings.auctions, auction.listedAt, auction.ended?.at);
    if (seen === undefined) continue;
    if (seen.first > 0) certain.add(`opened ${id}`);
    if (seen.gone === readings.auctions.length || auction.ended === undefined) continue;
    const { at, how } = auction.ended;
    const turnedDown = how === 'cancelled' && getRaised(auction, loan, at) >= loan.amount;
    (turnedDown && at >= settledBefore ? pending : certain).add(`${how} ${id}`);
  }
  return { certain, pending };
}

/** The first reading that showed it, and the first after that did not; undefined when none showed it. */
function findSeen(
  readings: readonly number[],
  from: number,
  until = Number.POSITIVE_INFINITY,
): { first: number; gone: number } | undefined {
  const first = readings.findIndex((at) => at >= from);
  if (first < 0 || (readings[first] ?? 0) >= until) return undefined;
  const gone = readings.findIndex((at) => at >= until);
  return { first, gone: gone < 0 ? readings.length : gone };
}
