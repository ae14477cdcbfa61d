import type { NoteMark } from '#components/notes/note-mark.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { Judgement } from '#lib/views/apply-filters.ts';
import { createCellModel, fillCell } from './added-cells.ts';
import type { OverlayRow, OverlayTable } from './overlay-page.ts';
import { createMarkCell, isSameJudgement, isSameMark, type RowMark, type RowMarks } from './row-marks.ts';

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
 * @param marks makes the rows' small buttons; null where notes and filter are both off
 */
export function createRowWriter(
  table: OverlayTable,
  columns: readonly AddedColumn[],
  widths: ReadonlyMap<AddedColumnId, number>,
  marks: RowMarks<OverlayRow> | null,
): RowWriter {
  const model = createCellModel(columns, widths, marks === null ? null : createMarkCell());
  const written = new Map<HTMLTableRowElement, Written>();
  let look = table.look;

  const begin = (view: RowView): Pick<Written, 'cells' | 'mark'> => {
    const fresh = model.cloneNode(true) as DocumentFragment;
    const [...cells] = fresh.children;
    const markCell = marks === null ? undefined : cells.shift();
    const mark = markCell === undefined ? null : (marks?.open(markCell, view.row, view) ?? null);
    cells.forEach((cell, i) => fillValue(cell, i, view));
    view.row.element.append(fresh);
    return { cells, mark };
  };
  const fillValue = (cell: Element, i: number, { values, hints }: RowView): void => {
    const column = columns[i];
    if (column !== undefined) fillCell(cell, column, values[i] ?? null, hints[i] ?? null, look);
  };
  const change = ({ cells, mark, ...before }: Written, view: RowView): void => {
    cells.forEach((cell, i) => {
      const isSame = before.values[i] === view.values[i] && before.hints[i] === view.hints[i];
      if (!isSame) fillValue(cell, i, view);
    });
    if (mark !== null && !isSameMark(before.note, view.note)) mark.showNote(view.note);
    if (!isSameJudgement(before.judgement, view.judgement)) mark?.showJudgement(view.judgement);
  };

  return {
    width: columns.length + (marks === null ? 0 : 1),
    write(view) {
      look = table.look;
      const { element, followers } = view.row;
      const before = written.get(element);
      // A page that rebuilds the cells of a row takes ours away with them.
      const isWhole = before !== undefined && before.cells.every((cell) => cell.parentNode === element);
      // Also a copy that the page made of a row has cells of ours in it.
      if (!isWhole && (before !== undefined || isOurs(element.lastElementChild))) eraseCells(element);
      const { cells, mark } = isWhole ? before : begin(view);
      if (isWhole) change(before, view);
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

/** What is done to a row, as an attribute: `hide`, `fade`, or `highlight-green`. */
function spellEffect(judgement: Judgement | null): string | null {
  const { effect = null } = judgement ?? {};
  return effect?.do === 'highlight' ? `highlight-${effect.colour}` : (effect?.do ?? null);
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
