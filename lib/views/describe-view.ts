import { checkFormula } from '#lib/formula/check.ts';
import type { Names } from '#lib/formula/names.ts';
import type { FieldKind } from '#lib/loan/field.ts';
import { isFormulaColumnId, type AddedColumnId } from './column-ids.ts';
import { builtInColumns } from './columns/registry.ts';
import { describeFilter, listWith } from './describe-filter.ts';
import { createViewNames } from './view-names.ts';
import type { ColumnFormat, FormulaColumn, SortKey, View } from './view.ts';

/**
 * What a view does, in sentences, in this order: the columns it shows, what each of its own columns is, what each filter
 * does, how it sorts. Texts that came with the view stand in quotation marks.
 */
export function describeView(view: View): string[] {
  const names = createViewNames(view);
  const shown = view.columns.map(({ id }) => nameColumn(id, view)).filter((name) => name !== undefined);
  return [
    shown.length === 0 ? 'Adds no column.' : `Adds ${countColumns(shown.length)}: ${listWith('and', shown)}.`,
    ...view.formulaColumns.map((column) => describeColumn(column, names)),
    ...view.filters.map((filter) => {
      const does = describeFilter(filter, names);
      return filter.name === '' ? does : `“${filter.name}”: ${does}`;
    }),
    view.sort.length === 0 ? 'Leaves the rows in the page’s own order.' : describeSort(view, names),
  ];
}

function countColumns(count: number): string {
  return count === 1 ? 'one column' : `${count} columns`;
}

/** The title of a column; undefined for one that the view does not define. */
function nameColumn(id: AddedColumnId, { formulaColumns }: View): string | undefined {
  if (!isFormulaColumnId(id)) return builtInColumns[id].title;
  const own = formulaColumns.find((column) => column.id === id);
  return own && `“${own.title}”`;
}

function describeColumn({ title, formula, format }: FormulaColumn, names: Names): string {
  const checked = checkFormula(formula, names);
  return 'errors' in checked
    ? `“${title}” has a fault: ${checked.errors[0]?.message ?? 'it is not understood.'}`
    : `“${title}” is ${formula.trim()}${describeFormat(format)}.`;
}

function describeFormat(format: ColumnFormat): string {
  switch (format.as) {
    case 'auto':
      return '';
    case 'money':
      return ', in euros';
    case 'day':
      return ', as a date';
    case 'text':
      return ', as a text';
    case 'percent':
      return `, in percent${countDecimals(format.decimals)}`;
    case 'number':
      return `, as a number${countDecimals(format.decimals)}`;
  }
}

function countDecimals(decimals: number): string {
  return decimals === 0
    ? ' without decimals'
    : ` with ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
}

function describeSort(view: View, names: Names): string {
  const keys = view.sort.flatMap(({ column, descending }: SortKey) => {
    const name = nameColumn(column, view);
    const kind = findKind(column, view, names);
    return name === undefined ? [] : [`${name}, ${nameOrder(kind, descending)}`];
  });
  return keys.length === 0
    ? 'Leaves the rows in the page’s own order.'
    : `Sorts by ${keys.join('; then by ')}. Unknown values come last.`;
}

function findKind(id: AddedColumnId, { formulaColumns }: View, names: Names): FieldKind {
  if (!isFormulaColumnId(id)) return builtInColumns[id].kind;
  const checked = checkFormula(formulaColumns.find((column) => column.id === id)?.formula ?? '', names);
  return 'ok' in checked ? checked.ok.root.type.kind : 'number';
}

/** Which end of a sorting comes first. */
export function nameOrder(kind: FieldKind, descending: boolean): string {
  switch (kind) {
    case 'rating':
      return descending ? 'riskiest first' : 'safest first';
    case 'day':
    case 'instant':
      return descending ? 'latest first' : 'earliest first';
    case 'truth':
      return descending ? 'yes first' : 'no first';
    case 'text':
    case 'country':
    case 'tags':
    case 'id':
      return descending ? 'from Z to A' : 'from A to Z';
    default:
      return descending ? 'highest first' : 'lowest first';
  }
}
