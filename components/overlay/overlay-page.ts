import type { ValueLook } from '#components/values/value-look.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** A row of the page's table as it was read, with the rows that go where it goes. */
export interface OverlayRow {
  element: HTMLTableRowElement;
  followers: readonly HTMLTableRowElement[];
  reading: { key: string; ids: RowIds; fields: LoanRecord } | { unreadable: string };
}

/** The page's table of loans, and what can be done with it. */
export interface OverlayTable {
  readonly element: HTMLTableElement;
  readonly head: HTMLTableRowElement;
  /** How the table writes its numbers. */
  readonly look: ValueLook;
  /** Reads all rows, or those of the given ones that are main rows; all of them if that changed what the others mean. */
  readRows(rows?: readonly HTMLTableRowElement[]): OverlayRow[];
  findBarPlace(): { parent: Element; before: Element } | undefined;
  /** Puts header cells of ours behind the page's own. */
  addToHead(cells: readonly HTMLTableCellElement[]): void;
  /** Widens the cells of these rows that reach across the table by so many columns; 0 takes it back. */
  widen(rows: Iterable<Element>, added: number): void;
}

/** What stands on the page. */
export type OverlayFinding = { found: OverlayTable } | { absent: true } | { notUnderstood: string };

/** What the page did since the last telling. */
export interface OverlayChanges {
  rowsAdded: readonly HTMLTableRowElement[];
  rowsRemoved: readonly HTMLTableRowElement[];
  rowsChanged: readonly HTMLTableRowElement[];
  headerChanged: boolean;
  tableReplaced: boolean;
  oursRemoved: boolean;
}

export interface OverlayWatch {
  /** Runs work that changes the page; what it changes is not told. */
  write<Result>(work: () => Result): Result;
  /** Watches this table from now on, or waits for one. */
  follow(table: OverlayTable | null): void;
}

/** A page as the overlay sees it. The content script makes it of `lib/site`. */
export interface OverlayPage {
  /** Whether the page is one that we lay something over, by its address and what stands in it. */
  isRecognised(): boolean;
  /** Looks for the table of loans. */
  find(): OverlayFinding;
  /**
   * Watches the page until the signal is aborted.
   * @param on `change`: the page changed; `fight`: another script keeps undoing our work, and the watch has ended;
   *   `move`: the address is another
   */
  watch(
    on: { change: (changes: OverlayChanges) => void; fight: () => void; move: () => void },
    signal: AbortSignal,
  ): OverlayWatch;
  /** Takes everything of ours off the page, but for panels. */
  clear(): void;
}
