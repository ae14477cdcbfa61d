import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

/** The kinds of page that something is laid over. */
export type OverlayKind = 'secondary-market' | 'primary-market' | 'investments' | 'loan' | 'cash-flow';

/** One column of the page's own table. */
export interface OverlayColumn {
  /** The header's text. */
  header: string;
  /** The fields its cells hold; empty when nothing is read in it. */
  fields: readonly FieldId[];
  /** From 0 to 1. */
  confidence: number;
  /** Why nothing is read in it, as a sentence; null when something is, or when it holds nothing of a loan. */
  doubt: string | null;
}

/** A row of the page's table as it was read, with the rows that go where it goes. */
export interface OverlayRow {
  element: HTMLTableRowElement;
  followers: readonly HTMLTableRowElement[];
  reading: { key: string; ids: RowIds; fields: LoanRecord } | { unreadable: string };
}

/** The page's table of loans as it was found, before any row of it is read. */
export interface FoundTable {
  readonly kind: OverlayKind;
  readonly element: HTMLTableElement;
  readonly head: HTMLTableRowElement;
  readonly columns: readonly OverlayColumn[];
}

/** The same, and what can be done with it. */
export interface OverlayTable extends FoundTable {
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

/** What Bondlens can be laid over: a table of loans, or a page of another kind, which is read by what works on it. */
export type OverlaySubject = { table: FoundTable } | { page: 'loan' | 'cash-flow' };

/** What stands on the page. */
export type OverlayFinding = { found: OverlaySubject } | { absent: true } | { notUnderstood: string };

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
  follow(table: Pick<FoundTable, 'element' | 'head'> | null): void;
}

/** A page as the overlay sees it. The content script makes it of `lib/site`. */
export interface OverlayPage {
  /** What the page is, by its address and what stands in it; null where nothing is to be laid over it. */
  recognise(taught: readonly TaughtPage[]): OverlayKind | null;
  /** Whether the address is one of which a person may have shown us what stands there. */
  mayBeTaught(): boolean;
  /** Looks for what Bondlens can be laid over. */
  find(taught: readonly TaughtPage[]): OverlayFinding;
  /** Tells when the address became another one. Costs nothing at rest. */
  onMove(listener: () => void, signal: AbortSignal): void;
  /**
   * Watches what the page does until the signal is aborted.
   * @param on `change`: the page changed; `fight`: another script keeps undoing our work, and the watch has ended
   */
  watch(
    on: { change: (changes: OverlayChanges) => void; fight: () => void },
    signal: AbortSignal,
  ): OverlayWatch;
  /** Takes everything of ours off the page, but for panels. */
  clear(): void;
}
