import type { FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';

/**
 * What an event of the mirror is to a person. Of a listing: `listed`, `cheaper` and `dearer` (its `discount` fell or
 * rose; a price that follows a payment is neither), `sold`, `cancelled`, `ended` (nobody knows how). Of an auction:
 * `opened`, `funded`, `auction-cancelled`, `auction-ended`. Of the person's own investments: `bought`, `left`.
 * `changed` is any other field of any table.
 */
export type NewsKind =
  | 'listed'
  | 'sold'
  | 'cheaper'
  | 'dearer'
  | 'cancelled'
  | 'ended'
  | 'opened'
  | 'funded'
  | 'auction-cancelled'
  | 'auction-ended'
  | 'bought'
  | 'left'
  | 'changed';

/** One event, with what a person needs to see of it. What is not known is null. */
export interface NewsItem {
  /** The event's id in the mirror. */
  id: number;
  /** Epoch ms of the pull that found it. */
  at: number;
  kind: NewsKind;
  /** The loan number that people see. */
  auctionNumber: number | null;
  auctionId: string | null;
  listingId: string | null;
  rating: string | null;
  /** What changed, for `cheaper`, `dearer` and `changed`. */
  field: FieldId | null;
  from: FieldValue;
  to: FieldValue;
  /** What is asked for the listing now, or was at last; in euros. */
  price: number | null;
}

/** What happened on the market since the person last looked. */
export interface MarketNews {
  /**
   * From when on changes are counted (epoch ms): when they were last marked as seen, else the first pull.
   * Null as long as nothing was pulled twice: then there is nothing to compare yet.
   */
  since: number | null;
  /** The id of the newest event counted here, which `events.seen` takes; null when there is none. */
  upTo: number | null;
  counts: Partial<Record<NewsKind, number>>;
  /** The newest of each kind in turn, 20 at most; plain `changed` ones only where there are too few others. */
  newest: readonly NewsItem[];
}
