import { decodeOne, decodePage, decodeTaken, type Answer, type Operation, type Page } from './operation.ts';
import type { ArgumentsOf } from './query.ts';
import { checkBatch, checkId, checkPage, count, moment, paging, writeQuery } from './query.ts';
import { field, listReader, recordReader, type RecordOf } from './record-reader.ts';
import { invalidInputError } from './request-errors.ts';
import { guid, instant, number, truth, whole } from './value-readers.ts';

export const bidFields = {
  bidId: field('Id', guid),
  auctionId: field('AuctionId', guid),
  requestedBidAmount: field('RequestedBidAmount', number),
  actualBidAmount: field('ActualBidAmount', number),
  requestedBidMinimumLimit: field('RequestedBidMinimumLimit', number),
  bidRequestedDate: field('BidRequestedDate', instant),
  bidProcessedDate: field('BidProcessedDate', instant),
  isRequestBeingProcessed: field('IsRequestBeingProcessed', truth),
  statusCode: field('StatusCode', whole),
  failureReason: field('FailureReason', whole),
};

const takenBid = {
  bidId: field('Id', guid),
  auctionId: field('AuctionId', guid),
  amount: field('Amount', number),
  minAmount: field('MinAmount', number),
};

export const bidParameters = {
  statusCode: count('BidStatusCode'),
  startDate: moment('StartDate'),
  endDate: moment('EndDate'),
  ...paging,
};

/** A bid request and what became of it. */
export type Bid = RecordOf<typeof bidFields>;
/** A bid request that was taken into the queue. */
export type TakenBid = RecordOf<typeof takenBid>;
/** Bids to make: at least 5 euros each, one an auction. */
export type BidRequest = { bids: readonly { auctionId: string; amount: number }[] };

const readBid = recordReader(bidFields);

/** The investor's bids. */
export const listBids: Operation<ArgumentsOf<typeof bidParameters>, Page<Bid>> = {
  id: 'listBids',
  method: 'GET',
  path: () => '/api/v1/bids',
  scope: 'BidsRead',
  quota: 'bids',
  kind: 'read',
  check: (args) => checkPage('bids', args),
  query: (args) => writeQuery(bidParameters, args),
  decode: decodePage(readBid),
};

/** One bid. */
export const getBid: Operation<{ id: string }, Answer<Bid>> = {
  id: 'getBid',
  method: 'GET',
  path: ({ id }) => `/api/v1/bid/${id}`,
  scope: 'BidsRead',
  quota: 'bid/item',
  kind: 'read',
  check: ({ id }) => checkId(id),
  decode: decodeOne(readBid),
};

/** Places up to 100 bids. They are queued: what becomes of them is to be read back. */
export const makeBids: Operation<BidRequest, Answer<TakenBid[]>> = {
  id: 'makeBids',
  method: 'POST',
  path: () => '/api/v1/bid',
  scope: 'BidsEdit',
  quota: 'bid',
  kind: 'write',
  check: ({ bids }) => {
    checkBatch(
      'bid',
      bids.map(({ auctionId }) => auctionId),
    );
    if (!bids.every(({ amount }) => amount >= 5 && amount <= 10_000)) {
      throw invalidInputError('A bid is 5 to 10000 euros.');
    }
  },
  body: ({ bids }) => ({
    Bids: bids.map(({ auctionId, amount }) => ({ AuctionId: auctionId, Amount: amount })),
  }),
  decode: decodeOne(listReader(recordReader(takenBid))),
};

/** Takes a bid back. */
export const cancelBid: Operation<{ id: string }, Answer<null>> = {
  id: 'cancelBid',
  method: 'POST',
  path: ({ id }) => `/api/v1/bid/${id}/cancel`,
  scope: 'BidsEdit',
  quota: 'bid/cancel',
  kind: 'write',
  check: ({ id }) => checkId(id),
  decode: decodeTaken,
};
