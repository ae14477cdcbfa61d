import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { findTable } from './find-table.ts';
import type { Generation, PageColumn, PageKind, ReadRow, UnreadableRow } from './page-reading.ts';
import { readRows } from './read-rows.ts';
import { recognizePage } from './recognize-page.ts';

/** Everything that is made of a page. */
export interface PageReport {
  kind: PageKind;
  generation: Generation | null;
  columns: readonly PageColumn[];
  rows: readonly ((ReadRow & { derived?: LoanRecord }) | UnreadableRow)[];
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
  const rows = readRows(finding.found).map(({ reading }) =>
    'unreadable' in reading || !derive ? reading : { ...reading, derived: derive(reading.fields) },
  );
  return { kind, generation, columns: finding.found.columns, rows, problem: null };
}
