import type { MirrorPart } from '#lib/messages/market-status.ts';

/** What a person calls a part of the mirror, and what there is many of in it. */
export const partWords: Readonly<Record<MirrorPart, { title: string; items: string }>> = {
  listings: { title: 'Market', items: 'listings' },
  auctions: { title: 'Open auctions', items: 'auctions' },
  investments: { title: 'Your investments', items: 'investments' },
  'own-listings': { title: 'Your listings', items: 'listings' },
  bids: { title: 'Your bids', items: 'bids' },
  balance: { title: 'Your balance', items: 'figures' },
  'event-log': { title: 'Bondora’s log of your calls', items: 'entries' },
  details: { title: 'Details of loan parts', items: 'loan parts' },
  'ended-listings': { title: 'Ended listings', items: 'listings' },
  'ended-auctions': { title: 'Ended auctions', items: 'auctions' },
  events: { title: 'Changes found', items: 'changes' },
};
