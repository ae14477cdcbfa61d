import type { EventKind } from './mirror-event.ts';
import type { TableName } from './table.ts';

/** The tables that are pulled as a whole. */
export type PulledTable = Exclude<TableName, 'ended-listings' | 'ended-auctions' | 'events'>;

/** What is particular to a table that is pulled. */
export interface TableSpec {
  /** The column of the row's id, a GUID. */
  key: string;
  /** Where rows go once it is known how they ended; null: a row that is gone is gone. */
  ended: 'ended-listings' | 'ended-auctions' | null;
  /** The kinds of its events; null: nothing is told of this table. `left` is null where the end is looked up first. */
  events: { arrived: EventKind; left: EventKind | null } | null;
  /** Whether rows carry when they were first seen, how often the price changed, how often the part was listed. */
  ownColumns: readonly ('firstSeenAt' | 'priceChanges' | 'timesListed')[];
  /** An empty answer is as good a reason for doubt as one that is much shorter than before. */
  neverEmpty: boolean;
}

export const tableSpecs: Readonly<Record<PulledTable, TableSpec>> = {
  listings: {
    key: 'listingId',
    ended: 'ended-listings',
    events: { arrived: 'listed', left: null },
    ownColumns: ['firstSeenAt', 'priceChanges', 'timesListed'],
    neverEmpty: true,
  },
  auctions: {
    key: 'auctionId',
    ended: 'ended-auctions',
    events: { arrived: 'opened', left: null },
    ownColumns: ['firstSeenAt'],
    neverEmpty: false,
  },
  investments: {
    key: 'loanPartId',
    ended: null,
    events: { arrived: 'bought', left: 'left' },
    ownColumns: [],
    neverEmpty: false,
  },
  bids: { key: 'bidId', ended: null, events: null, ownColumns: [], neverEmpty: false },
  'own-listings': { key: 'listingId', ended: null, events: null, ownColumns: [], neverEmpty: false },
};
