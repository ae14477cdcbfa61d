import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { findTable } from './find-table.ts';
import type { Generation, PageColumn, PageKind, ReadRow, RowReading, UnreadableRow } from './page-reading.ts';
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
}

/**
 * Reads a whole page: what it is, its columns, its rows. `derive` gives what follows from a row by calculation.
 * Pages without a list of loans have neither columns nor rows.
 */
export function readPage(
  document: Document,
  url: URL,
  derive?: (record: LoanRecord) => LoanRecord,
): PageReport {
  const { kind, generation } = recognizePage(url, document);
  const finding = findTable({ kind, generation }, document);
  if (!('found' in finding)) {
    const problem = 'notUnderstood' in finding ? finding.notUnderstood : null;
    return { kind, generation, columns: [], rows: [], problem };
  }
  const rows = readRows(finding.found).map(({ reading }) => reading);
  return {
    kind,
    generation,
    columns: finding.found.columns,
    rows: derive ? rows.map((row) => addDerived(row, derive)) : rows,
    problem: null,
  };
}

function addDerived(row: RowReading, derive: (record: LoanRecord) => LoanRecord): ReportedRow {
  return 'unreadable' in row ? row : { ...row, derived: derive(row.fields) };
}
