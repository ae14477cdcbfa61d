import type { Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

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
  /** What a person showed of pages at this address; it wins over what is found. Absent when there is nothing. */
  taught?: readonly TaughtPage[];
}

/** One column of the page's own table, as its header tells. */
export interface PageColumn {
  /** The header's text. */
  header: string;
  /** The fields its cells hold; empty when the column is not understood, or not surely enough. */
  fields: readonly FieldId[];
  /** How sure that is, from 0 to 1; what is below `confidenceBar` is not read. 1 is what a person showed. */
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
  /** What a person showed of this very table; absent when it was found without help. */
  taught?: TaughtPage;
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

/** One line of a loan's schedule. A value that is not shown, or not understood, is `null`. */
export interface ScheduleRow {
  element: HTMLTableRowElement;
  /** `total` sums up the others. */
  role: 'payment' | 'total';
  date: Day | null;
  amount: number | null;
  principal: number | null;
  interest: number | null;
  lateCharge: number | null;
  /** What the page says of it: paid, due and not paid, or still to come. */
  state: 'paid' | 'late' | 'planned' | null;
}

/** What the page of one loan tells. */
export interface LoanReading {
  /** Which loan it is about, by its address, its links and what it says. */
  ids: RowIds;
  schedule: readonly ScheduleRow[];
  /** Why there is no schedule, or not all of it, as a sentence; null when nothing stayed open. */
  doubt: string | null;
}

/** The sums of the cash-flow page, by the columns that it can show. */
export type CashFlowSeries =
  | 'openingBalance'
  | 'netCapitalDeployed'
  | 'netLoanInvestments'
  | 'principalReceived'
  | 'interestReceived'
  | 'totalReceived'
  | 'closingBalance'
  | 'principalPlanned'
  | 'interestPlanned'
  | 'totalPlanned';

/** One line of the cash flow. */
export interface CashFlowRow {
  element: HTMLTableRowElement;
  /** `day` is a payment of a month that was opened; `total` sums up the months. */
  role: 'period' | 'day' | 'total';
  /** `2018-10`, of a day `2018-10-05`; null for totals. */
  period: string | null;
  /** The number of the loan that a payment of a day came from; null for sums. */
  loan: number | null;
  /** Euros; a column that is not shown is missing, a sum that is not understood is `null`. */
  sums: { readonly [series in CashFlowSeries]?: number | null };
}

/** What the cash-flow page tells. */
export interface CashFlowReading {
  rows: readonly CashFlowRow[];
  /** Why there are no rows, or not all of their columns, as a sentence; null when nothing stayed open. */
  doubt: string | null;
}

/** Figures of the dashboard whose name is known beyond doubt. */
export type DashboardFigure =
  | 'accountValue'
  | 'portfolioValue'
  | 'availableFunds'
  | 'goAndGrow'
  | 'netProfit'
  | 'netReturn';

/** What the dashboard tells. */
export interface DashboardReading {
  /** Euros, but `netReturn`, which is a fraction. `null`: shown, but not understood. */
  figures: { readonly [figure in DashboardFigure]?: number | null };
}
