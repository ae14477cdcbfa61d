import { decodeOne, decodeTaken, type Answer, type Operation } from './operation.ts';
import { checkBatch, checkId } from './query.ts';
import { field, listReader, recordReader, type RecordOf } from './record-reader.ts';
import { invalidInputError } from './request-errors.ts';
import { shiftDecimal } from './shift-decimal.ts';
import { guid, percent } from './value-readers.ts';

const sale = {
  listingId: field('Id', guid),
  loanPartId: field('LoanPartId', guid),
  discount: field('DesiredDiscountRate', percent),
};

/** A listing that was made. */
export type Sale = RecordOf<typeof sale>;

/** What to put on sale. */
export interface SaleRequest {
  /** `discount` is a fraction of whole percents from -1 (free) to 0.4; negative is cheaper. */
  items: readonly { loanPartId: string; discount: number }[];
  /** Take the listing down when the borrower pays. */
  cancelOnPayment?: boolean;
  /** Take it down when the loan is rescheduled. */
  cancelOnReschedule?: boolean;
}

/** Buys up to 100 listings; taken over means bought unless somebody was faster, then all fail with `conflict`. */
export const buySecondaryMarket: Operation<{ ids: readonly string[] }, Answer<null>> = {
  id: 'buySecondaryMarket',
  method: 'POST',
  path: () => '/api/v1/secondarymarket/buy',
  scope: 'SmBuy',
  quota: 'secondarymarket/buy',
  kind: 'write',
  check: ({ ids }) => checkBatch('secondarymarket/buy', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
  decode: decodeTaken,
};

/** Puts up to 100 loan parts on sale; one that cannot be sold fails all with `conflict` and its id as `blockingId`. */
export const sellSecondaryMarket: Operation<SaleRequest, Answer<Sale[]>> = {
  id: 'sellSecondaryMarket',
  method: 'POST',
  path: () => '/api/v1/secondarymarket/sell',
  scope: 'SmSell',
  quota: 'secondarymarket/sell',
  kind: 'write',
  check: ({ items }) =>
    checkBatch(
      'secondarymarket/sell',
      items.map(({ loanPartId }) => loanPartId),
    ),
  body: ({ items, cancelOnPayment, cancelOnReschedule }) => ({
    Items: items.map(({ loanPartId, discount }) => ({
      LoanPartId: loanPartId,
      DesiredDiscountRate: writeDiscount(discount),
    })),
    ...(cancelOnPayment === undefined ? {} : { CancelItemOnPaymentReceived: cancelOnPayment }),
    ...(cancelOnReschedule === undefined ? {} : { CancelItemOnReschedule: cancelOnReschedule }),
  }),
  decode: decodeOne(listReader(recordReader(sale))),
};

/** Takes one listing down. */
export const cancelSecondaryMarketItem: Operation<{ id: string }, Answer<null>> = {
  id: 'cancelSecondaryMarketItem',
  method: 'POST',
  path: ({ id }) => `/api/v1/secondarymarket/${id}/cancel`,
  scope: 'SmSell',
  quota: 'secondarymarket/item/cancel',
  kind: 'write',
  check: ({ id }) => checkId(id),
  decode: decodeTaken,
};

/** Takes up to 100 listings down. */
export const cancelSecondaryMarketItems: Operation<{ ids: readonly string[] }, Answer<null>> = {
  id: 'cancelSecondaryMarketItems',
  method: 'POST',
  path: () => '/api/v1/secondarymarket/cancel',
  scope: 'SmSell',
  quota: 'secondarymarket/cancel',
  kind: 'write',
  check: ({ ids }) => checkBatch('secondarymarket/cancel', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
  decode: decodeTaken,
};

function writeDiscount(discount: number): number {
  const percents = shiftDecimal(discount, 2);
  if (Number.isInteger(percents) && percents >= -100 && percents <= 40) return percents;
  throw invalidInputError('A discount is a whole percent, from 100 % off to 40 % on top.');
}
