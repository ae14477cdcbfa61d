import { builtInColumnIds, type AddedColumnId, type FormulaColumnId } from '#lib/views/column-ids.ts';

/** All columns as a person arranges them: those that are shown in their order, then the others in their first order. */
export function listColumns(
  shown: readonly AddedColumnId[],
  own: readonly FormulaColumnId[],
): AddedColumnId[] {
  return [...shown, ...[...builtInColumnIds, ...own].filter((id) => !shown.includes(id))];
}

/** The shown columns with one of them a place earlier (-1) or later (1); unchanged where there is no such place. */
export function moveColumn(shown: readonly AddedColumnId[], id: AddedColumnId, by: -1 | 1): AddedColumnId[] {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return [...shown];
  return shown.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The shown columns with one more at their end, or without one. */
export function showColumn(shown: readonly AddedColumnId[], id: AddedColumnId, on: boolean): AddedColumnId[] {
  const others = shown.filter((other) => other !== id);
  return on ? [...others, id] : others;
}
