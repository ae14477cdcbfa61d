import { findFreeId } from '#lib/views/current-view.ts';
import type { Filter, View } from '#lib/views/view.ts';

/**
 * The filter of a view that the bar shows: the one that was chosen, else the first that says what fits, else the first.
 * @param chosen its id; null when none was chosen
 */
export function findCurrentFilter({ filters }: View, chosen: string | null): Filter | undefined {
  return (
    filters.find(({ id }) => id === chosen) ??
    filters.find(({ on, effect }) => on && effect.do !== 'highlight') ??
    filters.find(({ on }) => on) ??
    filters[0]
  );
}

/** The filters of a view with one of them changed, or with a new one that says so. */
export function changeFilter(
  { filters }: View,
  filter: Filter | undefined,
  part: Partial<Omit<Filter, 'id'>>,
): Pick<View, 'filters'> {
  if (filter !== undefined)
    return { filters: filters.map((one) => (one.id === filter.id ? { ...one, ...part } : one)) };
  const id = findFreeId('filter', new Set(filters.map((one) => one.id)));
  return { filters: [...filters, { id, name: '', formula: '', effect: { do: 'fade' }, on: true, ...part }] };
}

/** The filters once a formula was written: one without a name and without a formula goes. */
export function keepFormula(view: View, filter: Filter | undefined, formula: string): Pick<View, 'filters'> {
  const isEmpty = formula.trim() === '' && (filter?.name ?? '') === '';
  if (!isEmpty) return changeFilter(view, filter, { formula });
  return { filters: view.filters.filter(({ id }) => id !== filter?.id) };
}
