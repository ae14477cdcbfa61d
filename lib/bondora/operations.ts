import { getAccountBalance } from './account.ts';
import { getAuction, listAuctions } from './auctions.ts';
import { cancelBid, getBid, listBids, makeBids } from './bids.ts';
import { listEvents } from './event-log.ts';
import { listInvestments } from './investments.ts';
import { getLoanPart, listLoanParts, listLoanPartsViaGet } from './loan-parts.ts';
import { listPublicDataset } from './public-dataset.ts';
import { createReport, getReport, listReports } from './reports.ts';
import {
  getSecondaryMarketItem,
  listSecondaryMarket,
  listSecondaryMarketItems,
  listSecondaryMarketItemsViaGet,
} from './secondary-market.ts';
import {
  buySecondaryMarket,
  cancelSecondaryMarketItem,
  cancelSecondaryMarketItems,
  sellSecondaryMarket,
} from './trading.ts';

/** Every operation that needs a token, by its name in the API's description. Those of the sign-in have files of their own. */
export const operations = {
  getAccountBalance,
  listInvestments,
  listEvents,
  listAuctions,
  getAuction,
  listBids,
  getBid,
  makeBids,
  cancelBid,
  listSecondaryMarket,
  getSecondaryMarketItem,
  listSecondaryMarketItems,
  listSecondaryMarketItemsViaGet,
  buySecondaryMarket,
  sellSecondaryMarket,
  cancelSecondaryMarketItem,
  cancelSecondaryMarketItems,
  getLoanPart,
  listLoanParts,
  listLoanPartsViaGet,
  listReports,
  createReport,
  getReport,
  listPublicDataset,
};

export type Operations = typeof operations;
