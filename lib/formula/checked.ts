import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { CallName } from './functions.ts';
import type { Expression, Span } from './syntax.ts';
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
  /** One of the user's own formulas; what it stands for has positions in another text. */
  | { node: 'own'; name: string; args: readonly [Checked] }
  | { node: 'call'; name: CallName; args: readonly Checked[] };

export type CheckedCall = Extract<Checked, { node: 'call' }>;

/** A formula that can be run. */
export interface CheckedFormula {
  text: string;
  expression: Expression;
  root: Checked;
}

/** A checked node where an expression stood; its fields are those of its arguments. */
export function createChecked({ start, end }: Span, type: ValueType, node: CheckedNode): Checked {
  const args = 'args' in node ? node.args : [];
  return { ...node, type, fields: [...new Set(args.flatMap(({ fields }) => fields))], start, end };
}

/** The node of a field. Moments count as the days on which they are: people compare them with dates. */
export function createField({ start, end }: Span, id: FieldId): Checked {
  const { kind, unit, labels } = getField(id);
  const type = { kind: kind === 'instant' ? 'day' : kind, unit, labels } as const;
  return { node: 'field', id, type, fields: [id], start, end };
}

/** Whether a call is one of the functions that pass on one of their values, of whatever kind. */
export function isChoice({ name }: CheckedCall): boolean {
  return name === 'if' || name === 'coalesce';
}
