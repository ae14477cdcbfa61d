import { auctionFields } from './catalogue/auction.ts';
import { borrowerFields } from './catalogue/borrower.ts';
import { derivedFields } from './catalogue/derived.ts';
import { investmentFields } from './catalogue/investment.ts';
import { listingFields } from './catalogue/listing.ts';
import { loanBookFields } from './catalogue/loan-book.ts';
import { loanFields } from './catalogue/loan.ts';
import { ownFields } from './catalogue/own.ts';
import { partFields } from './catalogue/part.ts';
import type { FieldDefinition } from './field.ts';

/**
 * The field catalogue: every value of a listing, its loan part, its loan, auction and investment that the API or a page
 * gives, or that follows from those. Columns, filters, formulas, sorting, export and help all read this table. Ids follow the
 * API's names, its misspellings corrected. A field is added in one file of `catalogue/` and nowhere else; what it means and
 * where it comes from stands there too, but comes with `describeField`: the script that every page loads does not carry those sentences.
 */
const fields = {
  ...listingFields,
  ...partFields,
  ...loanFields,
  ...borrowerFields,
  ...derivedFields,
  ...ownFields,
  ...auctionFields,
  ...investmentFields,
  ...loanBookFields,
} as const satisfies Record<string, FieldDefinition>;

export type FieldId = keyof typeof fields;

/** All field ids in the order of the catalogue: what a listing has first. */
export const fieldIds = Object.keys(fields) as readonly FieldId[];

/** The definition of a field. */
export function getField(id: FieldId): FieldDefinition {
  return fields[id];
}
