import type { FieldDefinition, FieldHelp } from '../field.ts';
import { listingStatusLabels } from '../code-labels.ts';

/** The offer on the secondary market, and what this browser has seen of it. */
export const listingFields = {
  listingId: { label: 'listing id', kind: 'id' },
  number: { label: 'listing number', kind: 'id' },
  price: { label: 'price', aliases: ['cost'], kind: 'money' },
  fee: { label: 'fee', kind: 'money' },
  totalCost: { label: 'total cost', kind: 'money' },
  discount: { label: 'discount', aliases: ['markup', 'mark-up', 'discount or mark-up'], kind: 'rate' },
  listedOnDate: { label: 'listed on', aliases: ['listed on date'], kind: 'day' },
  startDate: { label: 'listing began', kind: 'instant' },
  statusCode: { label: 'listing status', kind: 'code', labels: listingStatusLabels },
  userCancelledOn: { label: 'listing cancelled', kind: 'instant' },
  firstSeenAt: { label: 'first seen', kind: 'instant' },
  timesListed: { label: 'times seen', aliases: ['times listed'], kind: 'count', unit: 'times' },
  priceChanges: { label: 'price moves', aliases: ['price changes'], kind: 'count', unit: 'times' },
  otherPartsOnSale: { label: 'other parts on sale', kind: 'count', unit: 'parts' },
  pricePercentile: { label: 'price percentile', kind: 'rate' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const listingHelp: Readonly<Record<keyof typeof listingFields, FieldHelp>> = {
  listingId: { meaning: 'The listing on the secondary market (Id of the API).', sources: ['page', 'market'] },
  number: { meaning: 'Running number of the listing.', sources: ['market'] },
  price: {
    meaning: 'What the seller asks: open principal with discount or mark-up.',
    sources: ['page', 'market'],
  },
  fee: { meaning: 'Fee that the buyer pays to Bondora.', sources: ['market'] },
  totalCost: { meaning: 'Price and fee together.', sources: ['page', 'market'] },
  discount: {
    meaning: 'Price change against the open principal: negative is a discount, positive a mark-up.',
    sources: ['page', 'market'],
  },
  listedOnDate: {
    meaning: 'When the part was put on sale.',
    sources: ['page', 'market', 'investment', 'report'],
  },
  startDate: { meaning: 'Moment at which the listing began.', sources: ['market'] },
  statusCode: { meaning: 'What became of the listing.', sources: ['market'] },
  userCancelledOn: { meaning: 'Moment at which the seller took the listing down.', sources: ['market'] },
  firstSeenAt: { meaning: 'When this browser first saw the listing.', sources: ['mirror'] },
  timesListed: { meaning: 'How often this browser has seen the loan part put on sale.', sources: ['mirror'] },
  priceChanges: { meaning: 'How often this browser has seen the price change.', sources: ['mirror'] },
  otherPartsOnSale: { meaning: 'How many other parts of the same loan are on sale.', sources: ['mirror'] },
  pricePercentile: {
    meaning:
      'Share of the other parts of the loan on sale that are cheaper per open principal: 0% is the cheapest.',
    sources: ['mirror'],
  },
};
