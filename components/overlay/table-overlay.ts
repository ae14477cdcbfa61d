import type { NoteEditing, NoteName } from '#components/notes/note-editing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note } from '#lib/notes/note.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { createColumns } from '#lib/views/columns/registry.ts';
import { sortRows } from '#lib/views/sort.ts';
import type { SortKey } from '#lib/views/view.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import { createComputedRows, type ComputedRow } from './computed-rows.ts';
import { createHeadCells, type HeadCells } from './head-cells.ts';
import { createKnowledge } from './knowledge.ts';
import { describeRowMark } from './describe-row-mark.ts';
import { describeShown, type Shown } from './describe-shown.ts';
import type { OverlayChanges, OverlayRow, OverlayTable, OverlayWatch } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';
import { createRowMarks } from './row-marks.ts';
import { createRowOrder, type RowGroup } from './row-order.ts';
import { createRowSet } from './row-set.ts';
import { createRowWriter, eraseCells, type RowWriter } from './row-writer.ts';
import { needsOtherCells, type TableChoice } from './table-choice.ts';
import { addChanges, createTableWork, type TableWork } from './table-work.ts';
import { turnSort } from './turn-sort.ts';
import { beginTurns, workInTurns, type Turns } from './turns.ts';

export interface TableOverlayParts {
  table: OverlayTable;
  watch: OverlayWatch;
  ask: Ask;
  clock: Clock;
  look: PageLook;
  findEditing: (name: NoteName) => NoteEditing | undefined;
  /** The note of a row was asked for. */
  onNote: (row: ComputedRow, anchor: HTMLElement) => void;
  /** Why a row matches or not was asked for. */
  onWhy: (row: ComputedRow, anchor: HTMLElement) => void;
  /** The rows are to be sorted so. */
  onSort: (sort: readonly SortKey[]) => void;
  /** The headers of the columns are others. */
  onHead: (cells: readonly HTMLTableCellElement[]) => void;
  /** Something was written to the table. */
  onShown: (shown: Shown) => void;
  /** The background gave no answer, or something failed here; null when it answers. */
  onError: (error: AppError | null) => void;
  /** Nothing is left to be done. */
  onSettled: () => void;
  signal: AbortSignal;
}

/** What is laid over one table. */
export interface TableOverlay {
  show(choice: TableChoice): void;
  /** The page changed its rows. */
  takeChanges: (changes: OverlayChanges) => void;
  /** The background knows more. */
  refresh: () => void;
  /** A note was stored, or is being written. */
  showNote: (name: NoteName, stored?: Note | null) => void;
  /** What is known of each legible row. */
  listRecords: () => LoanRecord[];
  /** Leaves the table as the page made it. */
  remove(): void;
}

/**
 * Lays columns, marks, filter and sorting over a table. Everything that happens is gathered as work and done in passes: read,
 * work out, then write all at once; then ask the background about the rows that it was not asked about.
 */
export function createTableOverlay(parts: TableOverlayParts): TableOverlay {
  const { table, watch, clock, signal } = parts;
  const rows = createRowSet(table);
  const computed = createComputedRows();
  const knowledge = createKnowledge(parts.ask, table.kind);
  const order = createRowOrder();
  const pressOn =
    (on: typeof parts.onNote) =>
    ({ element }: OverlayRow, anchor: HTMLElement): void => {
      const row = computed.find(element);
      if (row !== undefined) on(row, anchor);
    };
  const marks = createRowMarks(
    parts.look,
    { note: pressOn(parts.onNote), why: pressOn(parts.onWhy) },
    signal,
  );
  let choice: TableChoice | undefined;
  let columns: readonly AddedColumn[] = [];
  let head: HeadCells | undefined;
  let headEnd = new AbortController();
  let writer: RowWriter | undefined;
  let work: TableWork | null = null;
  let isRunning = false;
  let asking = 0;

  const plan = (add: (work: TableWork) => void): void => {
    work ??= createTableWork();
    add(work);
    if (!isRunning && choice !== undefined && !signal.aborted) void run(choice);
  };
  const run = async (chosen: TableChoice): Promise<void> => {
    isRunning = true;
    try {
      for (let next = work; next !== null && !signal.aborted; next = work) {
        work = null;
        const turns = beginTurns(clock, signal);
        try {
          await pass(next, choice ?? chosen, turns);
        } finally {
          turns.end();
        }
      }
    } catch (error) {
      // Ended while a slice was waiting for its turn: no error.
      if (!signal.aborted)
        parts.onError(new AppError('internal', `Something failed: ${String(error)}`, { cause: error }));
    } finally {
      isRunning = false;
    }
    settle();
  };
  const settle = (): void => {
    if (asking === 0 && !isRunning && !signal.aborted) parts.onSettled();
  };

  const pass = async (todo: TableWork, chosen: TableChoice, turns: Turns): Promise<void> => {
    const today = dayInTallinn(clock.now());
    const update = todo.readAll ? { read: [], gone: rows.readAll() } : await rows.update(todo.changes, turns);
    computed.drop(update.gone);
    if (todo.rebuild) columns = createColumns(chosen, today, createViewNames(chosen), chosen.assumptions);

    const all = rows.list();
    const read = new Set(update.read);
    const isAll = todo.readAll || todo.rebuild;
    const affected = isAll ? all : all.filter((row) => read.has(row) || todo.compose.has(row.element));
    await workInTurns(
      affected,
      (row) => computed.compute(row, columns, knowledge.find(row) ?? null, today, chosen.assumptions),
      turns,
    );
    const judged = todo.judgeAll ? all : affected;
    computed.judge(judged, chosen, today);

    watch.write(() => {
      for (const row of update.gone) writer?.erase(row);
      if (todo.rebuild) rebuild(all, chosen);
      for (const row of judged) write(row, chosen);
      const others = isAll ? rows.listOthers() : rows.pickOthers(todo.changes, update.read);
      table.widen(others, writer?.width ?? 0);
      sort(all, chosen.sort);
    });
    parts.onShown(describeShown(table, all, columns, computed.count()));
    void learn(all);
  };

  const rebuild = (all: readonly OverlayRow[], chosen: TableChoice): void => {
    // A header that is pressed may come to stand elsewhere: it keeps the focus.
    const focused = document.activeElement?.closest('[data-bondlens-column]');
    const focusedId = table.head.contains(focused ?? null)
      ? focused?.getAttribute('data-bondlens-column')
      : null;
    erase(all);
    headEnd = new AbortController();
    const hasTail = chosen.notes || chosen.hasFilter;
    const widths = new Map(chosen.columns.flatMap(({ id, width }) => (width === null ? [] : [[id, width]])));
    const press = (column: AddedColumnId, adds: boolean): void =>
      parts.onSort(turnSort(choice?.sort ?? [], column, adds));
    head = createHeadCells(columns, widths, hasTail, press, AbortSignal.any([signal, headEnd.signal]));
    table.addToHead(head.cells);
    parts.onHead(head.cells);
    if (focusedId) head.focus(focusedId as AddedColumnId);
    writer = createRowWriter(table, columns, widths, hasTail ? marks : null);
  };
  const erase = (all: readonly OverlayRow[]): void => {
    for (const row of all) writer?.erase(row);
    eraseCells(table.head);
    headEnd.abort();
  };
  const write = (row: OverlayRow, chosen: TableChoice): void => {
    const state = computed.find(row.element);
    if (state === undefined) return;
    const told = knowledge.find(row);
    const note = chosen.notes ? describeRowMark(state, told, parts.findEditing) : null;
    writer?.write({ row, values: state.values, hints: state.hints, note, judgement: state.judgement });
  };
  const sort = (all: readonly OverlayRow[], chosen: TableChoice['sort']): void => {
    const keys = chosen.flatMap((key) => {
      const at = columns.findIndex(({ id }) => id === key.column);
      const column = columns[at];
      return column === undefined ? [] : [{ key, at, compare: column.compare }];
    });
    head?.showSort(keys.map(({ key }) => key));
    const valueOf = ({ element }: RowGroup, at: number): FieldValue =>
      computed.find(element)?.values[at] ?? null;
    const rank = (groups: readonly RowGroup[]): readonly number[] =>
      sortRows(
        groups.length,
        keys.map(({ key, at, compare }) => ({
          values: groups.map((group) => valueOf(group, at)),
          compare,
          descending: key.descending,
        })),
      );
    // The page has sorted its rows itself: its order holds.
    if (!order.arrange(all, keys.length === 0 ? null : rank)) parts.onSort([]);
  };
  const learn = async (all: readonly OverlayRow[]): Promise<void> => {
    asking++;
    const { asked, error } = await knowledge.ask(all);
    asking--;
    if (signal.aborted) return;
    if (asked.length > 0) parts.onError(error);
    if (asked.length > 0) plan(({ compose }) => asked.forEach(({ element }) => compose.add(element)));
    else settle();
  };

  return {
    show(next) {
      const before = choice;
      choice = next;
      plan((todo) => {
        todo.readAll ||= before === undefined;
        todo.rebuild ||= before === undefined || needsOtherCells(before, next);
        todo.judgeAll = true;
      });
    },
    takeChanges: (changes) => plan((todo) => addChanges(todo, changes)),
    refresh() {
      knowledge.outdate();
      plan(() => undefined);
    },
    showNote(name, stored) {
      if (stored !== undefined) knowledge.keep(name, stored);
      plan(({ compose }) => computed.listOfNote(name.loan).forEach(({ row }) => compose.add(row.element)));
    },
    listRecords: computed.listRecords,
    remove: () =>
      watch.write(() => {
        const all = rows.list();
        order.arrange(all, null);
        erase(all);
        table.widen(rows.listOthers(), 0);
      }),
  };
}
