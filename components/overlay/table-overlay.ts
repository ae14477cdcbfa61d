import type { NoteEditing, NoteName } from '#components/notes/note-desk.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { dayInTallinn } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Note } from '#lib/notes/note.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { createColumns } from '#lib/views/columns/registry.ts';
import { readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { readSingleFilter } from '#lib/views/single-filter.ts';
import { sortRows } from '#lib/views/sort.ts';
import type { SortKey } from '#lib/views/view.ts';
import { createComputedRows, type ComputedRow } from './computed-rows.ts';
import { createHeadCells, turnSort, type HeadCells } from './head-cells.ts';
import { createKnowledge } from './knowledge.ts';
import { describeRowMark } from './describe-row-mark.ts';
import { describeShown, type Shown } from './describe-shown.ts';
import type { OverlayChanges, OverlayRow, OverlayTable, OverlayWatch } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';
import { createRowMarks } from './row-marks.ts';
import { createRowOrder, type RowGroup } from './row-order.ts';
import { createRowSet } from './row-set.ts';
import { createRowWriter, eraseCells, type RowWriter } from './row-writer.ts';
import { workInSlices } from './slices.ts';
import { addChanges, createTableWork, type TableWork } from './table-work.ts';

export interface TableOverlayParts {
  table: OverlayTable;
  watch: OverlayWatch;
  ask: Ask;
  clock: Clock;
  look: PageLook;
  /** The filter that holds; empty for none. */
  readFilter: () => string;
  findEditing: (name: NoteName) => NoteEditing | undefined;
  /** The note of a row was asked for. */
  onNote: (row: ComputedRow, anchor: HTMLElement) => void;
  /** Why a row matches or not was asked for. */
  onWhy: (row: ComputedRow, anchor: HTMLElement) => void;
  /** The rows are to be sorted so. */
  onSort: (sort: SortKey | null) => void;
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
  setPreferences(preferences: Preferences): void;
  /** The page changed its rows. */
  takeChanges: (changes: OverlayChanges) => void;
  /** The filter is another. */
  judge: () => void;
  /** The background knows more. */
  refresh: () => void;
  /** A note was stored, or is being written. */
  showNote: (name: NoteName, stored?: Note | null) => void;
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
  const knowledge = createKnowledge(parts.ask);
  const order = createRowOrder();
  const createMark = createRowMarks(parts.look, signal);
  let preferences: Preferences | undefined;
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
    if (!isRunning && preferences !== undefined && !signal.aborted) void run(preferences);
  };
  const run = async (chosen: Preferences): Promise<void> => {
    isRunning = true;
    try {
      for (let next = work; next !== null && !signal.aborted; next = work) {
        work = null;
        await pass(next, preferences ?? chosen);
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

  const pass = async (todo: TableWork, chosen: Preferences): Promise<void> => {
    const today = dayInTallinn(clock.now());
    const update = todo.readAll ? { read: [], gone: rows.readAll() } : rows.update(todo.changes);
    computed.drop(update.gone);
    const view = readCurrentView(chosen);
    if (todo.rebuild)
      columns = chosen.columns.on ? createColumns(view, today, undefined, chosen.assumptions) : [];

    const all = rows.list();
    const read = new Set(update.read);
    const isAll = todo.readAll || todo.rebuild;
    const affected = isAll ? all : all.filter((row) => read.has(row) || todo.compose.has(row.element));
    await workInSlices(
      affected,
      (row) => computed.compute(row, columns, knowledge.find(row) ?? null, today, chosen.assumptions),
      clock,
      signal,
    );
    const judged = todo.judgeAll ? all : affected;
    const formula = parts.readFilter();
    computed.judge(judged, formula, today);

    watch.write(() => {
      for (const row of update.gone) writer?.erase(row);
      if (todo.rebuild) rebuild(all, chosen);
      for (const row of judged) write(row, chosen);
      const others = isAll ? rows.listOthers() : rows.pickOthers(todo.changes, update.read);
      table.widen(others, writer?.width ?? 0);
      if (formula === '') table.element.removeAttribute('data-bondlens-effect');
      else table.element.setAttribute('data-bondlens-effect', readSingleFilter(view).effect);
      sort(all, view.sort[0] ?? null);
    });
    parts.onShown(describeShown(all, columns, formula === '' ? null : computed.count()));
    void learn(all);
  };

  const rebuild = (all: readonly OverlayRow[], { notes, filter }: Preferences): void => {
    erase(all);
    headEnd = new AbortController();
    const hasTail = notes.on || filter.on;
    const press = (column: AddedColumn): void => {
      const [first = null] = preferences === undefined ? [] : readCurrentView(preferences).sort;
      parts.onSort(turnSort(first, column.id));
    };
    head = createHeadCells(columns, hasTail, press, AbortSignal.any([signal, headEnd.signal]));
    table.addToHead(head.cells);
    const onRow =
      ({ element }: OverlayRow, on: typeof parts.onNote) =>
      (anchor: HTMLElement) => {
        const row = computed.find(element);
        if (row !== undefined) on(row, anchor);
      };
    writer = createRowWriter(
      table,
      columns,
      hasTail ? (row) => createMark({ note: onRow(row, parts.onNote), why: onRow(row, parts.onWhy) }) : null,
    );
  };
  const erase = (all: readonly OverlayRow[]): void => {
    for (const row of all) writer?.erase(row);
    eraseCells(table.head);
    headEnd.abort();
  };
  const write = (row: OverlayRow, chosen: Preferences): void => {
    const state = computed.find(row.element);
    if (state === undefined) return;
    const told = knowledge.find(row);
    const note = chosen.notes.on ? describeRowMark(state, told, parts.findEditing) : null;
    writer?.write({ row, values: state.values, hints: state.hints, note, match: state.match });
  };
  const sort = (all: readonly OverlayRow[], chosen: SortKey | null): void => {
    const column = columns.findIndex(({ id }) => id === chosen?.column);
    const { compare } = columns[column] ?? {};
    head?.showSort(compare === undefined ? null : chosen);
    const valueOf = ({ element }: RowGroup): FieldValue => computed.find(element)?.values[column] ?? null;
    const rank =
      compare === undefined
        ? null
        : (groups: readonly RowGroup[]) =>
            sortRows(groups.length, [
              { values: groups.map(valueOf), compare, descending: chosen?.descending ?? false },
            ]);
    // The page has sorted its rows itself: its order holds.
    if (!order.arrange(all, rank)) parts.onSort(null);
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
    setPreferences(next) {
      const before = preferences;
      preferences = next;
      plan((todo) => {
        todo.readAll ||= before === undefined;
        todo.rebuild ||= before === undefined || needsRebuild(before, next);
        todo.judgeAll = true;
      });
    },
    takeChanges: (changes) => plan((todo) => addChanges(todo, changes)),
    judge: () =>
      plan((todo) => {
        todo.judgeAll = true;
      }),
    refresh() {
      knowledge.outdate();
      plan(() => undefined);
    },
    showNote(name, stored) {
      if (stored !== undefined) knowledge.keep(name, stored);
      plan(({ compose }) => computed.listOfLoan(name.loan).forEach(({ row }) => compose.add(row.element)));
    },
    remove: () =>
      watch.write(() => {
        const all = rows.list();
        order.arrange(all, null);
        erase(all);
        table.widen(rows.listOthers(), 0);
        table.element.removeAttribute('data-bondlens-effect');
      }),
  };
}

/** Whether a row of these preferences has other cells. */
function needsRebuild(before: Preferences, next: Preferences): boolean {
  const cells = (preferences: Preferences): string => {
    const { columns, notes, filter, assumptions } = preferences;
    const view = readCurrentView(preferences);
    return JSON.stringify([columns, view.columns, view.formulaColumns, notes.on || filter.on, assumptions]);
  };
  return cells(before) !== cells(next);
}
