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
  /** What one of the sandbox's investors did with it; missing while it belongs to somebody else. */
  holding?: Holding;
}

/** A part in an investor's hands. Moments are epoch milliseconds. */
export interface Holding {
  /** Which investor holds it. */
  owner: number;
  boughtAt: number;
  price: number;
  /** Whether it came from the secondary market. */
  secondHand: boolean;
  sold?: { at: number; price: number; principal: number };
}
