import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { findTable } from './find-table.ts';
import type {
  CashFlowReading,
  DashboardReading,
  Generation,
  LoanReading,
  PageColumn,
  PageKind,
  ReadRow,
  RowReading,
  UnreadableRow,
} from './page-reading.ts';
import { readCashFlow } from './read-cash-flow.ts';
import { readDashboard } from './read-dashboard.ts';
import { readLoan } from './read-loan.ts';
import { readRows } from './read-rows.ts';
import { recognizePage } from './recognize-page.ts';

/** A row, with what follows from it where that was asked for. */
export type ReportedRow = (ReadRow & { derived?: LoanRecord }) | UnreadableRow;

/** Everything that is made of a page. */
export interface PageReport {
  kind: PageKind;
  generation: Generation | null;
  columns: readonly PageColumn[];
  rows: readonly ReportedRow[];
  /** Why the list of loans was not understood, as a sentence; null when it was, or when there is none. */
  problem: string | null;
  /** What a page of one loan tells; missing on others. */
  loan?: LoanReading;
  /** What the cash-flow page tells; missing on others. */
  cashFlow?: CashFlowReading;
  /** What the dashboard tells; missing on others. */
  dashboard?: DashboardReading;
}

/** What may be told of a page beside it. */
export interface ReadOptions {
  /** Gives what follows from a row by calculation. */
  derive?: (record: LoanRecord) => LoanRecord;
  /** What a person showed of pages, of this one or others. */
  taught?: readonly TaughtPage[];
}

/**
 * Reads a whole page: what it is, the columns and rows of its list of loans, and what pages of one loan, of the cash flow and
 * the dashboard tell. Pages without a list have neither columns nor rows.
 */
export function readPage(document: Document, url: URL, { derive, taught }: ReadOptions = {}): PageReport {
  const identity = recognizePage(url, document, taught);
  const finding = findTable(identity, document);
  const { kind, generation } = 'found' in finding ? finding.found.identity : identity;
  const others = {
    ...(kind === 'loan' && { loan: readLoan(url, document) }),
    ...(kind === 'cash-flow' && { cashFlow: readCashFlow(document) }),
    ...(kind === 'dashboard' && { dashboard: readDashboard(document) }),
  };
  if (!('found' in finding)) {
    const problem = 'notUnderstood' in finding ? finding.notUnderstood : null;
    return { kind, generation, columns: [], rows: [], problem, ...others };
  }
  const rows = readRows(finding.found).map(({ reading }) => reading);
  return {
    kind,
    generation,
    columns: finding.found.columns,
    rows: derive ? rows.map((row) => addDerived(row, derive)) : rows,
    problem: null,
    ...others,
  };
}

function addDerived(row: RowReading, derive: (record: LoanRecord) => LoanRecord): ReportedRow {
  return 'unreadable' in row ? row : { ...row, derived: derive(row.fields) };
}
