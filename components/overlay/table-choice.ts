import { fitsPage } from '#lib/views/columns/fits-page.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { View } from '#lib/views/view.ts';
import type { OverlayKind } from './overlay-page.ts';

/** What is to lie over a table. */
export interface TableChoice
  extends Pick<View, 'columns' | 'formulaColumns' | 'sort' | 'filters'>, Pick<Preferences, 'assumptions'> {
  notes: boolean;
  /** Whether there is room for why a filter judged a row so, also while none is set. */
  hasFilter: boolean;
}

/** On a page of a kind, what a view lays over a table, without the parts that are switched off. */
export function readTableChoice(
  { columns, filter, notes, assumptions }: Preferences,
  view: View,
  kind: OverlayKind,
): TableChoice {
  return {
    columns: columns.on ? view.columns.filter(({ id }) => fitsPage(id, kind)) : [],
    formulaColumns: view.formulaColumns,
    sort: columns.on ? view.sort : [],
    filters: filter.on ? view.filters.filter(({ on, formula }) => on && formula.trim() !== '') : [],
    notes: notes.on,
    hasFilter: filter.on,
    assumptions,
  };
}

/** Whether rows have other cells under another choice. */
export function needsOtherCells(before: TableChoice, next: TableChoice): boolean {
  return spellCells(before) !== spellCells(next);
}

function spellCells({ columns, formulaColumns, notes, hasFilter, assumptions }: TableChoice): string {
  return JSON.stringify([columns, formulaColumns, notes || hasFilter, assumptions]);
}
