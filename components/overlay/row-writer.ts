import type { NoteMark } from '#components/notes/note-mark.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { Match } from '#lib/views/filter.ts';
import { createCellModel, fillCell } from './added-cells.ts';
import type { OverlayRow, OverlayTable } from './overlay-page.ts';
import type { RowMark } from './row-marks.ts';

/** What a row is to show. */
export interface RowView {
  row: OverlayRow;
  values: readonly FieldValue[];
  hints: readonly (string | null)[];
  note: NoteMark | null;
  match: Match | null;
}

/** Writes rows: only what differs from what they show already. */
export interface RowWriter {
  write(view: RowView): void;
  /** Takes our cells and marks off the row. */
  erase(row: OverlayRow): void;
  /** How many cells a row gets. */
  readonly width: number;
}

interface Written extends RowView {
  cells: readonly Element[];
  mark: RowMark | null;
}

/**
 * @param createMark makes the row's small buttons; null where notes and filter are both off
 */
export function createRowWriter(
  table: OverlayTable,
  columns: readonly AddedColumn[],
  createMark: ((row: OverlayRow) => RowMark) | null,
): RowWriter {
  const model = createCellModel(columns);
  const written = new Map<HTMLTableRowElement, Written>();

  const begin = (view: RowView): Written => {
    const cells = model.cloneNode(true) as DocumentFragment;
    const before: Written = {
      ...view,
      values: [],
      hints: [],
      note: null,
      match: null,
      cells: [...cells.children],
      mark: null,
    };
    if (createMark !== null) {
      before.mark = createMark(view.row);
      cells.prepend(createTail(before.mark));
    }
    fill(before, view);
    view.row.element.append(cells);
    return before;
  };
  const fill = ({ cells, mark, ...before }: Written, view: RowView): void => {
    columns.forEach((column, i) => {
      const value = view.values[i] ?? null;
      const cell = cells[i];
      const hint = view.hints[i] ?? null;
      const isSame = before.values.length > 0 && before.values[i] === value && before.hints[i] === hint;
      if (cell !== undefined && !isSame) fillCell(cell, column, value, hint, table.look);
    });
    if (mark !== null && !isSameMark(before.note, view.note)) mark.showNote(view.note);
    if (before.match !== view.match) mark?.showMatch(view.match);
  };

  return {
    width: columns.length + (createMark === null ? 0 : 1),
    write(view) {
      const { element, followers } = view.row;
      const before = written.get(element);
      // A page that rebuilds the cells of a row takes ours away with them.
      const isWhole = before !== undefined && before.cells.every((cell) => cell.parentNode === element);
      // Also a copy that the page made of a row has cells of ours in it.
      if (!isWhole && (before !== undefined || isOurs(element.lastElementChild))) eraseCells(element);
      const { cells, mark } = isWhole ? before : begin(view);
      if (isWhole) fill(before, view);
      setAttribute(element, 'data-bondlens-row', 'key' in view.row.reading ? view.row.reading.key : null);
      setAttribute(element, 'data-bondlens-match', view.match);
      for (const follower of followers) setAttribute(follower, 'data-bondlens-follows', view.match);
      written.set(element, { ...view, cells, mark });
    },
    erase({ element, followers }) {
      written.delete(element);
      eraseCells(element);
      for (const name of ['data-bondlens-row', 'data-bondlens-match']) element.removeAttribute(name);
      for (const follower of followers) follower.removeAttribute('data-bondlens-follows');
    },
  };
}

function createTail(mark: RowMark): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.className = 'bondlens-cell bondlens-tail';
  cell.setAttribute('data-bondlens-own', '');
  cell.append(mark.host);
  return cell;
}

function isOurs(cell: Element | null): boolean {
  return (
    cell !== null && (cell.hasAttribute('data-bondlens-column') || cell.hasAttribute('data-bondlens-own'))
  );
}

/** Takes every cell of ours out of a row. */
export function eraseCells(row: HTMLTableRowElement): void {
  for (const cell of row.querySelectorAll(':scope > [data-bondlens-column], :scope > [data-bondlens-own]'))
    cell.remove();
}

function isSameMark(a: NoteMark | null, b: NoteMark | null): boolean {
  return a?.look === b?.look && a?.colour === b?.colour && a?.label === b?.label && a?.hint === b?.hint;
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
