import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** The pages that Bondlens knows. */
export type PageKind =
  | 'secondary-market'
  | 'primary-market'
  | 'investments'
  | 'loan'
  | 'cash-flow'
  | 'dashboard'
  | 'none';

/** The site's generations: A 2013–2015, B 2016–2023, C from October 2023 on. */
export type Generation = 'A' | 'B' | 'C';

/** What a page is, by its address and by what stands in it. */
export interface PageIdentity {
  kind: PageKind;
  generation: Generation | null;
}

/** One column of the page's own table, as its header tells. */
export interface PageColumn {
  /** The header's text. */
  header: string;
  /** The fields its cells hold; empty when the column is not understood, or not surely enough. */
  fields: readonly FieldId[];
  /** How sure that is, from 0 to 1; what is below the bar is not read. */
  confidence: number;
  /** Why nothing is read in it, as a sentence for a person; null when something is, or when it holds nothing of a loan. */
  doubt: string | null;
}

/** A row that was read. `fields` holds only what the page itself shows. */
export interface ReadRow {
  key: string;
  ids: RowIds;
  fields: LoanRecord;
}

/** A row that was not, with the reason as a sentence for a person. */
export interface UnreadableRow {
  unreadable: string;
}

export type RowReading = ReadRow | UnreadableRow;

/** A table row of the page with its reading, and the rows that belong to it (detail rows, the second row of a pair). */
export interface TableRow {
  element: HTMLTableRowElement;
  followers: readonly HTMLTableRowElement[];
  reading: RowReading;
}

/** The page's table of loans, as found. */
export interface PageTable {
  /** The page that it was found on. */
  identity: PageIdentity;
  element: HTMLTableElement;
  /** The row with the headers. */
  head: HTMLTableRowElement;
  columns: readonly PageColumn[];
}

/** What `lib/site` makes of a page: its table, or why there is none. */
export type TableFinding =
  | { found: PageTable }
  /** Nothing there yet, or nothing on sale: not an error. */
  | { absent: true }
  /** Something stands there that is not understood. */
  | { notUnderstood: string };
