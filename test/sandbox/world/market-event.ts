import type { ListingEnd } from './listing.ts';
import type { LoanStatus } from './standing.ts';

/** Something that truly happened on the market, as the sandbox made it. Ids are those of the API. */
export type MarketEvent = { id: number; at: number } & (
  | { kind: 'listing-opened'; listingId: string; loanPartId: string; discount: number }
  | { kind: 'listing-repriced'; listingId: string; from: number; to: number }
  | { kind: 'listing-ended'; listingId: string; how: ListingEnd }
  /** A payment of a borrower, in euros of the whole loan; `number` is null for money that collection brought in. */
  | { kind: 'payment'; loanId: string; number: number | null; principal: number; interest: number }
  | { kind: 'loan-status'; loanId: string; from: LoanStatus; to: LoanStatus }
  | { kind: 'collection-step'; loanId: string; event: number; type: 1 | 2 | 3 }
  | { kind: 'rescheduled'; loanId: string }
  | { kind: 'auction-opened'; auctionId: string }
  | { kind: 'auction-ended'; auctionId: string; how: 'funded' | 'cancelled' }
);

/** An event before it has its number and its time. */
export type MarketNews = MarketEvent extends infer Event
  ? Event extends MarketEvent
    ? Omit<Event, 'id' | 'at'>
    : never
  : never;
