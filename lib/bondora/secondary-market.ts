import { readListingSummary, type ListingSummary } from './listing-summary.ts';
import { marketParameters, type MarketArguments } from './market-parameters.ts';
import { decodeOne, decodePage, type Answer, type Operation, type Page } from './operation.ts';
import { decodeAsAsked } from './decode-as-asked.ts';
import { checkBatch, checkId, checkPage, writeQuery } from './query.ts';
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

/** State of up to 1000 listings, in the order asked; null for an unknown one. */
export const listSecondaryMarketItems: Operation<
  { ids: readonly string[] },
  Answer<(ListingSummary | null)[]>
> = {
  id: 'listSecondaryMarketItems',
  method: 'POST',
  path: () => '/api/v1/secondarymarket/list',
  scope: null,
  quota: 'secondarymarket/list',
  kind: 'read',
  check: ({ ids }) => checkBatch('secondarymarket/list', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
  decode: decodeAsAsked(readListingSummary, ({ listingId }) => listingId),
};

/** The same as a GET with a body, which the API takes and no browser sends: for other platforms only. */
export const listSecondaryMarketItemsViaGet: typeof listSecondaryMarketItems = {
  ...listSecondaryMarketItems,
  id: 'listSecondaryMarketItemsViaGet',
  method: 'GET',
};
