import type { Auction } from '../world/auction.ts';
import type { Listing } from '../world/listing.ts';
import type { Loan } from '../world/loan.ts';
import { scaleToPart } from '../world/money.ts';
import type { Holding, Part } from '../world/part.ts';
import type { Standing } from '../world/standing.ts';

/** What stands behind a row of one of the site's lists: an offer, an investment or an auction. */
export interface ListRow {
  loan: Loan;
  standing: Standing;
  /** Missing for an auction, which is of a whole loan. */
  part?: Part;
  /** The offer of the part; of an investment only while it is on sale. */
  listing?: Listing;
  /** How the investor came to it, on the list of investments. */
  holding?: Holding;
  auction?: Auction;
}

/** A sum of the whole loan on the scale of what the row is about. Euros. */
export function scaleToRow(euros: number, { loan, part }: ListRow): number {
  return part ? scaleToPart(euros, loan, part) : euros;
}
