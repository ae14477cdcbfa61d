import type { NoteMark } from '#components/notes/note-mark.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { Judgement } from '#lib/views/apply-filters.ts';
import { createCellModel, fillCell } from './added-cells.ts';
import type { OverlayRow, OverlayTable } from './overlay-page.ts';
import type { RowMark } from './row-marks.ts';

/** What a row is to show. */
export interface RowView {
  row: OverlayRow;
  values: readonly FieldValue[];
  hints: readonly (string | null)[];
  note: NoteMark | null;
  judgement: Judgement | null;
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
  widths: ReadonlyMap<AddedColumnId, number>,
  createMark: ((row: OverlayRow) => RowMark) | null,
): RowWriter {
  const model = createCellModel(columns, widths);
  const written = new Map<HTMLTableRowElement, Written>();

  const begin = (view: RowView): Written => {
    const cells = model.cloneNode(true) as DocumentFragment;
    const before: Written = {
      ...view,
      values: [],
      hints: [],
      note: null,
      judgement: null,
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
    if (!isSameJudgement(before.judgement, view.judgement)) mark?.showJudgement(view.judgement);
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
      const effect = spellEffect(view.judgement);
      setAttribute(element, 'data-bondlens-match', view.judgement?.match ?? null);
      setAttribute(element, 'data-bondlens-effect', effect);
      for (const follower of followers) setAttribute(follower, 'data-bondlens-follows', effect);
      written.set(element, { ...view, cells, mark });
    },
    erase({ element, followers }) {
      written.delete(element);
      eraseCells(element);
      for (const name of ['data-bondlens-row', 'data-bondlens-match', 'data-bondlens-effect'])
        element.removeAttribute(name);
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

/** What is done to a row, as an attribute: `hide`, `fade`, or `highlight-green`. */
function spellEffect(judgement: Judgement | null): string | null {
  const { effect = null } = judgement ?? {};
  return effect?.do === 'highlight' ? `highlight-${effect.colour}` : (effect?.do ?? null);
}

function isSameJudgement(a: Judgement | null, b: Judgement | null): boolean {
  return (
    a?.match === b?.match && spellEffect(a) === spellEffect(b) && a?.unknownTo.length === b?.unknownTo.length
  );
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
