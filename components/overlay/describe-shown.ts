import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { FilterTally } from './computed-rows.ts';
import type { OverlayRow, OverlayTable } from './overlay-page.ts';

/** A column of the page that was not understood, and why, as a sentence. */
export interface Doubt {
  header: string;
  doubt: string;
}

/** What stands on the table, for the bar. */
export interface Shown {
  rows: number;
  /** Why rows could not be read, one sentence each. */
  unreadable: readonly string[];
  /** Columns of the page that were not understood. */
  doubts: readonly Doubt[];
  tally: FilterTally;
  /** What is wrong with the formula of the user's column; null when nothing is. */
  columnFault: string | null;
}

/** Gathers it. */
export function describeShown(
  table: Pick<OverlayTable, 'columns'>,
  rows: readonly OverlayRow[],
  columns: readonly AddedColumn[],
  tally: FilterTally,
): Shown {
  return {
    rows: rows.length,
    unreadable: rows.flatMap(({ reading }) => ('unreadable' in reading ? [reading.unreadable] : [])),
    doubts: table.columns.flatMap(({ header, doubt }) => (doubt === null ? [] : [{ header, doubt }])),
    tally,
    columnFault: findColumnFault(columns),
  };
}

function findColumnFault(columns: readonly AddedColumn[]): string | null {
  for (const column of columns)
    if ('errors' in column && (column.errors as readonly unknown[]).length > 0) return column.hint;
  return null;
}
