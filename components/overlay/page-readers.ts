import type { ValueLook } from '#components/values/value-look.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { FoundTable, OverlayTable } from './overlay-page.ts';

/** The page of one loan, as the overlay sees it. */
export interface OverlayLoan {
  /** By what the page names the loan. */
  ids: RowIds;
  /** What the page surely tells of it. */
  fields: LoanRecord;
  /** The schedule, above which something can be put. */
  schedule: HTMLTableElement;
  look: ValueLook;
}

/** One line of the cash flow. Euros; null where a sum is not shown, or not understood. */
export interface OverlayMonth {
  element: HTMLTableRowElement;
  /** `2018-10`, or `2018-10-05`; null for totals and for what is not understood. */
  period: string | null;
  received: number | null;
  planned: number | null;
}

/** The table of the cash-flow page. */
export interface OverlayCashFlow {
  element: HTMLTableElement;
  head: HTMLTableRowElement;
  months: readonly OverlayMonth[];
  look: ValueLook;
}

/** Reads what stands on a page. The second script makes it of `lib/site`. */
export interface PageReaders {
  /** Reads a table of loans that was found. */
  openTable: (found: FoundTable) => OverlayTable;
  /** undefined where the page does not tell which loan it is about, or shows no schedule. */
  readLoan: () => OverlayLoan | undefined;
  /** undefined where there is no such table, or none of its lines is understood. */
  readCashFlow: () => OverlayCashFlow | undefined;
}
