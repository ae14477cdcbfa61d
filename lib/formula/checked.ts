import type { FieldId } from '#lib/loan/fields.ts';
import type { FunctionName } from './functions.ts';
import type { ArithmeticOperator, CompareOperator, Expression, Span } from './syntax.ts';
import type { ValueType } from './value-type.ts';

/** A machine value in a checked formula: rates as fractions, days as numbers, ratings as ranks (AA is 0), codes as numbers. */
export type Constant = number | string | boolean;

/** An expression whose kinds fit together, with every word resolved. */
export type Checked = Span & {
  type: ValueType;
  /** The fields it reads, each once. */
  fields: readonly FieldId[];
} & CheckedNode;

export type CheckedNode =
  | { node: 'constant'; value: Constant }
  | { node: 'field'; id: FieldId }
  | { node: 'negate' | 'not' | 'known'; of: Checked }
  /** One of the user's own formulas; what it stands for has positions in another text. */
  | { node: 'own'; name: string; of: Checked }
  | { node: 'arithmetic'; operator: ArithmeticOperator; left: Checked; right: Checked }
  | { node: 'compare'; operator: CompareOperator; left: Checked; right: Checked }
  | { node: 'all' | 'any'; parts: readonly Checked[] }
  | { node: 'among'; value: Checked; list: readonly Constant[] }
  | { node: 'between'; value: Checked; low: Checked; high: Checked }
  | { node: 'call'; name: FunctionName; args: readonly Checked[] };

/** A formula that can be run. */
export interface CheckedFormula {
  text: string;
  expression: Expression;
  root: Checked;
}

/** Whether a node's values are words where formulas calculate. Ratings are not: they are ranks there. */
export function isWordKind({ type: { kind } }: Checked): boolean {
  return kind === 'country' || kind === 'text' || kind === 'tags' || kind === 'id';
}
