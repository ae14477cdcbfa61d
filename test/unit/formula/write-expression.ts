import type { Day } from '#lib/base/day.ts';
import type { FunctionName } from '#lib/formula/functions.ts';
import type { ArithmeticOperator, CompareOperator, Expression, LiteralUnit } from '#lib/formula/syntax.ts';
import { fields, type FieldId } from '#lib/loan/fields.ts';

// Expressions made by hand, as the parser would make them, but standing nowhere.

const at = { start: 0, end: 0 };

export const field = (id: FieldId): Expression => ({ node: 'field', id, written: fields[id].label, ...at });
export const word = (text: string): Expression => ({ node: 'word', text, ...at });
export const text = (value: string): Expression => ({ node: 'text', value, ...at });
export const number = (value: number, unit: LiteralUnit | null): Expression => ({
  node: 'number',
  value,
  unit,
  ...at,
});
export const dayOf = (value: Day): Expression => ({ node: 'day', value, ...at });
export const known = (of: Expression): Expression => ({ node: 'known', of, ...at });
export const not = (of: Expression): Expression => ({ node: 'not', of, ...at });

/** A minus sign before a positive number becomes part of it, as the parser has it. */
export const negative = (of: Expression): Expression =>
  of.node === 'number' && of.value > 0 ? { ...of, value: -of.value } : { node: 'negate', of, ...at };

export const call = (name: FunctionName, args: Expression[]): Expression => ({
  node: 'call',
  name,
  args,
  ...at,
});

export const arithmetic = (
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
): Expression => ({
  node: 'arithmetic',
  operator,
  left,
  right,
  ...at,
});

export const compare = (operator: CompareOperator, left: Expression, right: Expression): Expression => ({
  node: 'compare',
  operator,
  left,
  right,
  ...at,
});

export const between = (value: Expression, low: Expression, high: Expression): Expression => ({
  node: 'between',
  value,
  low,
  high,
  ...at,
});

export const among = (value: Expression, list: Expression[]): Expression => ({
  node: 'among',
  value,
  list,
  ...at,
});

export const join = (node: 'all' | 'any', parts: Expression[]): Expression => ({ node, parts, ...at });
