import { formatValue } from '#components/values/format-value.ts';
import { rawValue } from '#components/values/raw-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { findTone } from './cell-tone.ts';
import { fillPrivately } from './private-cell.ts';

/**
 * Cells of one row for the added columns, ready to be put in; cloned from a model, which is far cheaper than making each.
 * @param tail the cell that comes before them, if there is one
 */
export function createCellModel(
  columns: readonly AddedColumn[],
  widths: ReadonlyMap<AddedColumnId, number>,
  tail: HTMLTableCellElement | null,
): DocumentFragment {
  const model = document.createDocumentFragment();
  if (tail !== null) model.append(tail);
  for (const { id } of columns) {
    const cell = document.createElement('td');
    cell.className = 'bondlens-cell';
    cell.setAttribute('data-bondlens-column', id);
    setWidth(cell, widths.get(id));
    cell.append('');
    model.append(cell);
  }
  return model;
}

/** Gives a cell a width of its own (CSS pixels); what does not fit is cut. */
export function setWidth(cell: HTMLElement, width: number | undefined): void {
  cell.classList.toggle('bondlens-sized', width !== undefined);
  const length = width === undefined ? '' : `${width}px`;
  cell.style.minWidth = length;
  cell.style.maxWidth = length;
}

/**
 * Writes a value into one of our cells: as text in the page's look, raw for a test, and its tone.
 * @param hint what it rests on, one hover away
 */
export function fillCell(
  cell: Element,
  column: AddedColumn,
  value: FieldValue,
  hint: string | null,
  look: ValueLook,
): void {
  const word = typeof value === 'number' ? column.labels?.[value] : undefined;
  const text =
    word ??
    formatValue(value, column.kind, look, {
      signed: column.id === 'discount',
      decimals: column.decimals,
    });
  if (column.holdsPrivate === true) return fillPrivately(cell, text);
  if (hint !== null) cell.setAttribute('title', hint);
  else if (cell.hasAttribute('title')) cell.removeAttribute('title');
  if (cell.firstChild === null) cell.append(text);
  else (cell.firstChild as Text).data = text;
  cell.setAttribute('data-value', rawValue(value));
  const tone = findTone(column.id, value);
  if (tone !== null) cell.setAttribute('data-bondlens-tone', tone);
  else if (cell.hasAttribute('data-bondlens-tone')) cell.removeAttribute('data-bondlens-tone');
}
