import type { Day } from '#lib/base/day.ts';
import type { CallName } from '#lib/formula/functions.ts';
import type { Expression, LiteralUnit } from '#lib/formula/syntax.ts';
import type { FieldId } from '#lib/loan/fields.ts';

// Expressions made by hand, as the parser would make them, but standing nowhere.

const at = { start: 0, end: 0 };

export const field = (id: FieldId): Expression => ({ node: 'field', id, ...at });
export const word = (text: string): Expression => ({ node: 'word', text, ...at });
export const text = (value: string): Expression => ({ node: 'text', value, ...at });
export const number = (value: number, unit: LiteralUnit | null): Expression => ({
  node: 'number',
  value,
  unit,
  ...at,
});
export const dayOf = (value: Day): Expression => ({ node: 'day', value, ...at });

export const call = (name: CallName, args: readonly Expression[]): Expression => ({
  node: 'call',
  name,
  args,
  ...at,
});

/** A minus sign before a positive number becomes part of it, as the parser has it. */
export const negative = (of: Expression): Expression =>
  of.node === 'number' && of.value > 0 ? { ...of, value: -of.value } : call('minus', [of]);
