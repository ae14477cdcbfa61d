import type { Received } from './received.ts';

/** A loan part (note): a slice of a loan that one investor owns. Money is in euros. */
export interface Part {
  index: number;
  /** Index of its loan. */
  loan: number;
  /** Original principal. */
  amount: number;
  /** AuctionBidNumber. */
  bidNumber: number;
  /** How the original bid was made: 0 by hand, 1 Portfolio Manager, 2 API, 3 unnamed. */
  bidType: number;
  /** When the sandbox's investors had it, oldest first; missing while it never was theirs. */
  holdings?: Holding[];
}

/** A part in an investor's hands. Moments are epoch milliseconds. */
export interface Holding {
  /** Which investor holds it. */
  owner: number;
  boughtAt: number;
  price: number;
  /** Whether it came from the secondary market. */
  secondHand: boolean;
  /** What it brought in to this holder, in euros. */
  received: Received;
  sold?: { at: number; price: number; principal: number };
}

/** The last time that one of the investors (or this one) had the part. */
export function findHolding(part: Part, owner?: number): Holding | undefined {
  return part.holdings?.findLast((holding) => owner === undefined || holding.owner === owner);
}

/** Who of the investors has the part now. */
export function findOwner(part: Part): number | undefined {
  const last = part.holdings?.at(-1);
  return last && !last.sold ? last.owner : undefined;
}
