/**
 * The ids by which Bondora's pages and API name things. GUIDs are lower case.
 * A page may show any of them, alone or together.
 */
export interface RowIds {
  /** `SecondMarketItem.Id`: the listing on the secondary market. */
  listingId?: string;
  /** `LoanPartId`: the slice of a loan that one investor owns. */
  loanPartId?: string;
  /** `AuctionId`: the loan's auction on the primary market. */
  auctionId?: string;
  /** `LoanId`, as the public loan book and some pages name a loan. */
  loanId?: string;
  /** `AuctionNumber`, the loan number people see. */
  auctionNumber?: number;
  /** `AuctionBidNumber`, the bid within the auction. */
  auctionBidNumber?: number;
  /** GUIDs whose role the page does not tell, in the order found. */
  guids?: string[];
}

/** An account as this browser knows it: Bondora's API tells no user id, so the id is made here and kept. */
export type AccountId = string & { readonly __brand: 'AccountId' };

/** Names a loan, by its number where known, else by a GUID. */
export type LoanKey = string & { readonly __brand: 'LoanKey' };

/** What a note is about: a loan (`loan:…`, `auction:…`), one part of it, one listing, or a borrower. */
export type NoteKey = LoanKey | (string & { readonly __brand: 'NoteKey' });

/** The key of the loan that the ids point to, or undefined when they point to none. */
export function findLoanKey(ids: RowIds): LoanKey | undefined {
  if (ids.auctionNumber !== undefined) return `loan:${ids.auctionNumber}` as LoanKey;
  const guid = ids.auctionId ?? ids.loanId;
  return guid === undefined ? undefined : (`auction:${guid}` as LoanKey);
}

/** `AuctionNumber-AuctionBidNumber`, as the site shows an investment; undefined when either is missing. */
export function findInvestmentNumber(ids: RowIds): string | undefined {
  return ids.auctionNumber === undefined || ids.auctionBidNumber === undefined
    ? undefined
    : `${ids.auctionNumber}-${ids.auctionBidNumber}`;
}

/** The key of one row: its listing, else its loan part, else the most particular id there is. */
export function findRowKey(ids: RowIds): string | undefined {
  return (
    ids.listingId ??
    ids.loanPartId ??
    ids.guids?.[0] ??
    findInvestmentNumber(ids) ??
    ids.auctionId ??
    ids.loanId ??
    ids.auctionNumber?.toString()
  );
}
