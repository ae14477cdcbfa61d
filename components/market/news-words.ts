import type { NewsKind } from '#lib/messages/market-news.ts';

/** What each kind of news is called, in the order in which they are counted: of one loan, and after a number of them. */
export const newsWords: Readonly<Record<NewsKind, { one: string; counted: string; several?: string }>> = {
  listed: { one: 'New', counted: 'new' },
  cheaper: { one: 'Cheaper', counted: 'cheaper' },
  dearer: { one: 'Dearer', counted: 'dearer' },
  sold: { one: 'Sold', counted: 'sold' },
  cancelled: { one: 'Taken off sale', counted: 'taken off sale' },
  ended: { one: 'Gone', counted: 'gone, nobody knows how' },
  opened: { one: 'Auction opened', counted: 'auction opened', several: 'auctions opened' },
  funded: { one: 'Auction funded', counted: 'auction funded', several: 'auctions funded' },
  'auction-cancelled': {
    one: 'Auction cancelled',
    counted: 'auction cancelled',
    several: 'auctions cancelled',
  },
  'auction-ended': { one: 'Auction gone', counted: 'auction gone', several: 'auctions gone' },
  bought: { one: 'Yours now', counted: 'new of yours' },
  left: { one: 'No longer yours', counted: 'no longer yours' },
  changed: { one: 'Changed', counted: 'other change', several: 'other changes' },
};
