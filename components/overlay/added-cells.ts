import { formatValue } from '#components/values/format-value.ts';
import { rawValue } from '#components/values/raw-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { findTone } from './cell-tone.ts';

/** Cells of one row for the added columns, ready to be put in; cloned from a model, which is far cheaper than making each. */
export function createCellModel(columns: readonly AddedColumn[]): DocumentFragment {
  const model = document.createDocumentFragment();
  for (const { id } of columns) {
    const cell = document.createElement('td');
    cell.className = 'bondlens-cell';
    cell.setAttribute('data-bondlens-column', id);
    cell.append('');
    model.append(cell);
  }
  return model;
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
  const text = formatValue(value, column.kind, look, { signed: column.id === 'discount' });
  const tone = findTone(column.id, value);
  if (hint === null) cell.removeAttribute('title');
  else cell.setAttribute('title', hint);
  if (cell.firstChild === null) cell.append(text);
  else (cell.firstChild as Text).data = text;
  cell.setAttribute('data-value', rawValue(value));
  if (tone === null) cell.removeAttribute('data-bondlens-tone');
  else cell.setAttribute('data-bondlens-tone', tone);
}
