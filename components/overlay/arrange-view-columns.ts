import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { viewLimits, type View } from '#lib/views/view.ts';

/** Puts a column before or behind another one; unchanged where one of them is not shown. */
export function moveColumn(
  { columns }: Pick<View, 'columns'>,
  id: AddedColumnId,
  beside: AddedColumnId | undefined,
  side: 'before' | 'after',
): Pick<View, 'columns'> {
  const moved = columns.find((column) => column.id === id);
  const others = columns.filter((column) => column.id !== id);
  const at = others.findIndex((column) => column.id === beside);
  if (moved === undefined || at < 0) return { columns };
  return { columns: others.toSpliced(side === 'before' ? at : at + 1, 0, moved) };
}

/**
 * Gives a column a width, within what widths may be.
 * @param width CSS pixels; null is as wide as it needs
 */
export function resizeColumn(
  { columns }: Pick<View, 'columns'>,
  id: AddedColumnId,
  width: number | null,
): Pick<View, 'columns'> {
  const { least, most } = viewLimits.width;
  const next = width === null ? null : Math.round(Math.min(most, Math.max(least, width)));
  return { columns: columns.map((column) => (column.id === id ? { ...column, width: next } : column)) };
}
