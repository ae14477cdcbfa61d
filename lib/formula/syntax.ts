import type { Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { FunctionName } from './functions.ts';

/** Where something stands in the text: offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type LiteralUnit = 'percent' | 'euros' | 'days' | 'weeks' | 'months' | 'years' | 'payments';

/** A formula as it was written, before anything is known of its kinds. */
export type Expression = Span &
  (
    | { node: 'number'; value: number; unit: LiteralUnit | null }
    | { node: 'day'; value: Day }
    | { node: 'text'; value: string }
    /** `written` is the name as it stands in the text: it may turn out to mean a word such as a status. */
    | { node: 'field'; id: FieldId; written: string }
    /** A word that names no field: a rating, a country, a status, yes or no; or a mistake. */
    | { node: 'word'; text: string }
    /** The user's own formula of that name. */
    | { node: 'own'; name: string }
    | { node: 'negate'; of: Expression }
    | { node: 'not'; of: Expression }
    | { node: 'arithmetic'; operator: ArithmeticOperator; left: Expression; right: Expression }
    | { node: 'compare'; operator: CompareOperator; left: Expression; right: Expression }
    /** `all`: joined by `and`; `any`: joined by `or`. Two parts or more. */
    | { node: 'all' | 'any'; parts: readonly Expression[] }
    | { node: 'among'; value: Expression; list: readonly Expression[] }
    | { node: 'between'; value: Expression; low: Expression; high: Expression }
    | { node: 'known'; of: Expression }
    | { node: 'call'; name: FunctionName; args: readonly Expression[] }
  );
