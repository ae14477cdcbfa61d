import type { OverlayChanges } from './overlay-page.ts';

/** Rows that came, changed, went. */
export type RowChanges = Pick<OverlayChanges, 'rowsAdded' | 'rowsChanged' | 'rowsRemoved'>;

/** What is to be done on a table, gathered until its turn comes. */
export interface TableWork {
  /** Every row is to be read. */
  readAll: boolean;
  /** What the page did to its rows. */
  changes: RowChanges;
  /** These rows are to be worked out anew: more is known of them. */
  compose: Set<HTMLTableRowElement>;
  /** The columns are others: all cells are to be made anew. */
  rebuild: boolean;
  /** The filter is another, or what is shown of it. */
  judgeAll: boolean;
}

export function createTableWork(): TableWork {
  return {
    readAll: false,
    changes: { rowsAdded: [], rowsChanged: [], rowsRemoved: [] },
    compose: new Set(),
    rebuild: false,
    judgeAll: false,
  };
}

/** Adds what the page did since. */
export function addChanges(work: TableWork, { rowsAdded, rowsChanged, rowsRemoved }: RowChanges): void {
  const { changes } = work;
  work.changes = {
    rowsAdded: [...changes.rowsAdded, ...rowsAdded],
    rowsChanged: [...changes.rowsChanged, ...rowsChanged],
    rowsRemoved: [...changes.rowsRemoved, ...rowsRemoved],
  };
}
