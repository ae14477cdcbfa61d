import { readListingSummary, type ListingSummary } from './listing-summary.ts';
import { marketParameters, type MarketArguments } from './market-parameters.ts';
import { decodeOne, decodePage, type Answer, type Operation, type Page } from './operation.ts';
import { decodeAsAsked } from './decode-as-asked.ts';
import { checkBatch, checkId, checkPage, idsInAddress, writeQuery } from './query.ts';
import { readSecondMarketItem, type SecondMarketItem } from './second-market-item.ts';

/** Loan parts on sale, page by page. */
export const listSecondaryMarket: Operation<MarketArguments, Page<SecondMarketItem>> = {
  id: 'listSecondaryMarket',
  method: 'GET',
  path: () => '/api/v1/secondarymarket',
  scope: null,
  quota: 'secondarymarket',
  kind: 'read',
  check: (args) => checkPage('secondarymarket', args),
  query: (args) => writeQuery(marketParameters, args),
  decode: decodePage(readSecondMarketItem),
};

/** State of one listing, ended ones too. The list variant does the same for a thousand. */
export const getSecondaryMarketItem: Operation<{ id: string }, Answer<ListingSummary>> = {
  id: 'getSecondaryMarketItem',
  method: 'GET',
  path: ({ id }) => `/api/v1/secondarymarket/${id}`,
  scope: null,
  quota: 'secondarymarket/item',
  kind: 'read',
  check: ({ id }) => checkId(id),
  decode: decodeOne(readListingSummary),
};

const listings = {
  path: () => '/api/v1/secondarymarket/list',
  scope: null,
  quota: 'secondarymarket/list',
  kind: 'read',
  decode: decodeAsAsked(readListingSummary, ({ listingId }) => listingId),
} as const satisfies Partial<Operation<{ ids: readonly string[] }, unknown>>;

/** State of up to 1000 listings, in the order asked; null for an unknown one. */
export const listSecondaryMarketItems: Operation<
  { ids: readonly string[] },
  Answer<(ListingSummary | null)[]>
> = {
  ...listings,
  id: 'listSecondaryMarketItems',
  method: 'POST',
  check: ({ ids }) => checkBatch('secondarymarket/list', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
};

/** The same with the ids in the address, as the API's schema of 2022 has it: no browser sends a body along with GET. */
export const listSecondaryMarketItemsViaGet: typeof listSecondaryMarketItems = {
  ...listings,
  id: 'listSecondaryMarketItemsViaGet',
  method: 'GET',
  check: ({ ids }) => checkBatch('secondarymarket/list', ids, idsInAddress),
  query: ({ ids }) => ids.map((id) => ['request.itemIds', id] as const),
};
