import type { Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { CallName } from './functions.ts';

/** Where something stands in the text: offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export type LiteralUnit = '%' | '€' | 'days' | 'weeks' | 'months' | 'years' | 'payments';

/** A formula as it was written, before anything is known of its kinds. */
export type Expression = Span & ExpressionNode;

export type ExpressionNode =
  | { node: 'number'; value: number; unit: LiteralUnit | null }
  | { node: 'day'; value: Day }
  | { node: 'text'; value: string }
  | NamedNode
  /**
   * A function or an operator. `and` and `or` have two arguments or more; the first argument of `in` is the value, the others are the list;
   * those of `between` are value, low end, high end.
   */
  | { node: 'call'; name: CallName; args: readonly Expression[] };

/** What a name can stand for. */
export type NamedNode =
  | { node: 'field'; id: FieldId }
  /** A word that names no field: a rating, a country, a status, yes or no; or a mistake. */
  | { node: 'word'; text: string }
  /** The user's own formula of that name. */
  | { node: 'own'; name: string };
