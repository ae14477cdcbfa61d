import type { Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';
import { readResult } from '#lib/formula/read-result.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { createCompare } from '../compare-values.ts';
import type { AddedColumn } from './column.ts';

/** A column made from a formula, or why its formula gives none: then every value is unknown. */
export interface FormulaColumn extends AddedColumn {
  errors: readonly FormulaError[];
}

/** The user's own column: `formula` worked out for each row, under `title`. */
export function createFormulaColumn(
  title: string,
  formula: string,
  today: Day,
  names?: Names,
): FormulaColumn {
  const checked = checkFormula(formula, names);
  if ('errors' in checked) {
    const hint = `The formula has a fault: ${checked.errors[0]?.message ?? 'it is not understood.'}`;
    return { ...createColumn(title, hint, 'number', () => null), errors: checked.errors };
  }
  const { root } = checked.ok;
  const { type, fields } = root;
  const value = (record: LoanRecord): FieldValue => readResult(root, createRowColumns([record], today));
  return {
    ...createColumn(title, `Your formula: ${formula}`, type.kind, value),
    ...(type.unit === undefined ? {} : { unit: type.unit }),
    needs: fields,
    errors: [],
  };
}

function createColumn(
  title: string,
  hint: string,
  kind: FieldKind,
  value: AddedColumn['value'],
): AddedColumn {
  return { id: 'formula', title, hint, kind, needs: [], value, compare: createCompare(kind) };
}
