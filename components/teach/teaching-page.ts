import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { TaughtKind, TaughtPage } from '#lib/views/taught-page.ts';

/** A table of the page that a person may mean. */
export interface PointedTable {
  readonly element: HTMLTableElement;
  /** The headers in the page's order; empty texts where a column has none. At least one. */
  readonly headers: readonly string[];
  /** How many rows of data it has now. */
  readonly rows: number;
}

/** What the cells of a column look like, whatever its header says; null when they differ. */
export type ColumnGuise =
  | 'rating'
  | 'country'
  | 'pair'
  | 'cost'
  | 'percent'
  | 'euro'
  | 'whole'
  | 'number'
  | 'date'
  | 'investment-number'
  | 'text';

/** One column of such a table, for a person to say what it holds. */
export interface PointedColumn {
  /** The header's text as a taught page keeps it. */
  readonly header: string;
  /** Which of the columns with this header: 0 for the first. */
  readonly nth: number;
  /** The header's cell, to be outlined. */
  readonly head: Element;
  readonly guise: ColumnGuise | null;
  /** What Bondlens takes it to hold; empty when it does not know. */
  readonly believed: readonly FieldId[];
}

/** One cell as it is read: what stands in it, and the value of each field of its column; `null` where it cannot be read. */
export interface SampleReading {
  readonly text: string;
  readonly values: readonly (readonly [FieldId, FieldValue])[];
}

/** A sample of a page without what is private, for a report. */
export interface PageReport {
  /** The markup with every text replaced, and what Bondlens makes of it. */
  readonly text: string;
  /** What it holds and what was replaced, each in one sentence. */
  readonly told: readonly string[];
}

/**
 * What a person teaches, before it is kept: everything but its name and date. A column that nothing was said of is left out,
 * and is read as if nothing had been taught.
 */
export type TaughtDraft = Omit<TaughtPage, 'id' | 'taughtAt'>;

/**
 * A page as the teaching sees it. The script `teach.js` makes it of `lib/site`
 * (`entrypoints/teach/create-teaching-page.ts`); components know nothing of how pages are read.
 * Nothing here changes the page.
 */
export interface TeachingPage {
  /** Where it is, as a taught page keeps it; `kind` is what Bondlens takes it for, null when it does not know. */
  readPlace(): { host: string; path: string; kind: TaughtKind | null };
  /** Tables that could be lists of loans, those with most rows first; none of ours. */
  listTables(): PointedTable[];
  /** The table that an element stands in, one of those that are listed; undefined when it stands in none. */
  findTable(element: Element): PointedTable | undefined;
  /** Its columns in the page's order; columns of ours are left out. */
  listColumns(table: PointedTable, kind: TaughtKind): PointedColumn[];
  /** Which of its columns an element stands in: an index of `listColumns`; undefined when in none. */
  findColumn(table: PointedTable, element: Element): number | undefined;
  /** The cell of a column in the last row, to be outlined together with its header. */
  findLastCell(table: PointedTable, column: number): Element | undefined;
  /**
   * Reads some filled cells of each column, no two alike, as they would be read with this draft: one list for each of
   * `listColumns`. And how the table writes its values then.
   */
  read(table: PointedTable, draft: TaughtDraft): { columns: (readonly SampleReading[])[]; look: ValueLook };
  /** A scrubbed sample of the page, for a bug report. */
  report(): PageReport;
}
