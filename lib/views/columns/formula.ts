import type { Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';
import { readResult } from '#lib/formula/read-result.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import { quantities, type ValueType } from '#lib/formula/value-type.ts';
import { getField } from '#lib/loan/fields.ts';
import { createCompare } from '../compare-values.ts';
import type { ColumnFormat, FormulaColumn } from '../view.ts';
import type { AddedColumn } from './column.ts';

/** A column made from a formula, or why its formula gives none: then every value is unknown. */
export interface WrittenColumn extends AddedColumn {
  errors: readonly FormulaError[];
}

/** One of the user's own columns: its formula worked out for each row, under its title, in its format. */
export function createFormulaColumn(
  { id, title, formula, format }: FormulaColumn,
  today: Day,
  names?: Names,
): WrittenColumn {
  const checked = checkFormula(formula, names);
  if ('errors' in checked) {
    const hint = `The formula has a fault: ${checked.errors[0]?.message ?? 'it is not understood.'}`;
    const compare = createCompare('number');
    const { errors } = checked;
    return { id, title, hint, kind: 'number', needs: [], value: () => null, compare, errors };
  }
  const { root } = checked.ok;
  const { type, fields } = root;
  return {
    id,
    title,
    hint: `Your formula: ${formula}`,
    ...findLook(type, format),
    needs: fields,
    ...(fields.some((field) => getField(field).isPrivate) ? { holdsPrivate: true } : {}),
    value: (record) => readResult(root, createRowColumns([record], today)),
    compare: createCompare(type.kind),
    errors: [],
  };
}

/** How values of a type are to be written; a format that does not fit the type changes nothing. */
function findLook(
  { kind, unit, labels }: ValueType,
  format: ColumnFormat,
): Pick<AddedColumn, 'kind' | 'unit' | 'labels' | 'decimals'> {
  const own = { kind, ...(unit === undefined ? {} : { unit }), ...(labels === undefined ? {} : { labels }) };
  const isQuantity = quantities.includes(kind);
  switch (format.as) {
    case 'auto':
    // Words stand as they are, and so do dates: there is one way of writing them.
    case 'text':
    case 'day':
      return own;
    case 'money':
      return isQuantity ? { kind: 'money' } : own;
    case 'percent':
      return isQuantity ? { kind: 'rate', decimals: format.decimals } : own;
    case 'number':
      return isQuantity ? { kind: 'number', decimals: format.decimals } : own;
  }
}
