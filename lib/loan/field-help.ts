import { auctionHelp } from './catalogue/auction.ts';
import { borrowerHelp } from './catalogue/borrower.ts';
import { derivedHelp } from './catalogue/derived.ts';
import { investmentHelp } from './catalogue/investment.ts';
import { listingHelp } from './catalogue/listing.ts';
import { loanBookHelp } from './catalogue/loan-book.ts';
import { loanHelp } from './catalogue/loan.ts';
import { ownHelp } from './catalogue/own.ts';
import { partHelp } from './catalogue/part.ts';
import type { FieldHelp } from './field.ts';
import type { FieldId } from './fields.ts';

/** The parts of the catalogue, under the names that people see. */
export const fieldGroups = {
  Listing: listingHelp,
  'Loan part': partHelp,
  Loan: loanHelp,
  Borrower: borrowerHelp,
  Calculated: derivedHelp,
  Yours: ownHelp,
  Auction: auctionHelp,
  Investment: investmentHelp,
  'Loan book': loanBookHelp,
} as const;

const help: Readonly<Record<FieldId, FieldHelp>> = Object.assign({}, ...Object.values(fieldGroups));

/** What a field means, and where it can come from. For help, options and background: some kilobytes of sentences. */
export function describeField(id: FieldId): FieldHelp {
  return help[id];
}
