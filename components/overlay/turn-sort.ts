import { isFormulaColumnId, type AddedColumnId, type BuiltInColumnId } from '#lib/views/column-ids.ts';
import { viewLimits, type SortKey } from '#lib/views/view.ts';

/** Columns whose most interesting end is the smallest value; of all others it is the largest. */
const smallestFirst: ReadonlySet<AddedColumnId> = new Set<BuiltInColumnId>([
  'discount',
  'paymentsLeft',
  'daysLate',
]);

/**
 * What a press on a column's header makes of the sorting: its first direction, the other one, none.
 * @param adds whether the other keys stay, and the column becomes the last of them
 */
export function turnSort(sort: readonly SortKey[], column: AddedColumnId, adds: boolean): readonly SortKey[] {
  const first = isFormulaColumnId(column) || !smallestFirst.has(column);
  const key = sort.find((one) => one.column === column);
  const isFresh = key === undefined || (!adds && sort.length > 1);
  const next = isFresh ? { column, descending: first } : { column, descending: !first };
  const isOver = !isFresh && key.descending !== first;
  if (!adds) return isOver ? [] : [next];
  if (key === undefined) return [...sort, next].slice(-viewLimits.sortKeys);
  return isOver ? sort.filter((one) => one !== key) : sort.map((one) => (one === key ? next : one));
}
