import type { FieldValue } from '#lib/loan/field.ts';
import type { Checked } from './checked.ts';
import type { ColumnSource } from './columns.ts';
import { compileFormula } from './compile.ts';

/** The value of a formula, or a part of one, for the first row of a source, as a field of its kind would hold it. */
export function readResult(root: Checked, source: ColumnSource): FieldValue {
  const compiled = compileFormula({ root });
  const [result = null] = compiled.run(source);
  if (compiled.result === 'truth') return result === 2 ? null : result === 1;
  return Number.isNaN(result) ? null : result;
}
