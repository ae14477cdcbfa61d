import { field, recordReader, type RecordOf } from './record-reader.ts';
import { guid, instant, number, percent, whole } from './value-readers.ts';

/** State of a listing, open or ended (`SecondMarketItemSummary`). */
const listingSummary = {
  listingId: field('Id', guid),
  number: field('Number', whole),
  startDate: field('StartDate', instant),
  plannedCloseDate: field('PlannedCloseDate', instant),
  actualCloseDate: field('ActualCloseDate', instant),
  userCancelledOn: field('UserCancelledOn', instant),
  loanPartId: field('LoanPart_id', guid),
  discount: field('DesiredDiscountRate', percent),
  discountAsFraction: field('DesiredDiscountRateDecimalFraction', number),
  statusCode: field('StatusCode', whole),
};

export type ListingSummary = RecordOf<typeof listingSummary>;

export const readListingSummary = recordReader(listingSummary);
