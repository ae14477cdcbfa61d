import { readAuctionDetails, type AuctionDetails } from './auction-details.ts';
import { readAuction, type Auction } from './auction.ts';
import { decodeOne, decodePage, type Answer, type Operation, type Page } from './operation.ts';
import type { ArgumentsOf } from './query.ts';
import {
  amount,
  checkId,
  checkPage,
  count,
  counts,
  date,
  moment,
  paging,
  rate,
  word,
  words,
  writeQuery,
} from './query.ts';

export const auctionParameters = {
  countries: words('Countries'),
  ratings: words('Ratings'),
  gender: count('Gender'),
  sumMin: count('SumMin'),
  sumMax: count('SumMax'),
  terms: counts('Terms'),
  ageMin: count('AgeMin'),
  ageMax: count('AgeMax'),
  auctionNumber: count('LoanNumber'),
  userName: word('UserName'),
  applicationDateFrom: date('ApplicationDateFrom'),
  applicationDateTo: date('ApplicationDateTo'),
  creditScoreMin: count('CreditScoreMin'),
  creditScoreMax: count('CreditScoreMax'),
  creditScoresEeMini: words('CreditScoresEeMini'),
  interestMin: rate('InterestMin'),
  interestMax: rate('InterestMax'),
  incomeTotalMin: amount('IncomeTotalMin'),
  incomeTotalMax: amount('IncomeTotalMax'),
  modelVersion: count('ModelVersion'),
  expectedLossMin: amount('ExpectedLossMin'),
  expectedLossMax: amount('ExpectedLossMax'),
  listedOnUtcFrom: moment('ListedOnUTCFrom'),
  listedOnUtcTo: moment('ListedOnUTCTo'),
  ...paging,
};

/** The filters of auctions; rates as fractions, dates as days, `listedOnUtc…` as epoch ms. */
export type AuctionArguments = ArgumentsOf<typeof auctionParameters>;

/** Open auctions. */
export const listAuctions: Operation<AuctionArguments, Page<Auction>> = {
  id: 'listAuctions',
  method: 'GET',
  path: () => '/api/v1/auctions',
  scope: null,
  quota: 'auctions',
  kind: 'read',
  check: (args) => checkPage('auctions', args),
  query: (args) => writeQuery(auctionParameters, args),
  decode: decodePage(readAuction),
};

/** One auction with its borrower. */
export const getAuction: Operation<{ id: string }, Answer<AuctionDetails>> = {
  id: 'getAuction',
  method: 'GET',
  path: ({ id }) => `/api/v1/auction/${id}`,
  scope: null,
  quota: 'auction',
  kind: 'read',
  check: ({ id }) => checkId(id),
  decode: decodeOne(readAuctionDetails),
};
