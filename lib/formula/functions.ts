import type { FieldKind } from '#lib/loan/field.ts';

/**
 * What a function or operator takes and gives. A letter for each argument (`check-call.ts` explains them); `+` at the end means:
 * and any number more like the last; `n` may be left out. Then the kind of the result, where it is not that of the arguments.
 */
type Signature = readonly [letters: string, result?: FieldKind];

/** What is called by name, as in `min(price, 3)`. */
const functions = {
  min: ['oo+'],
  max: ['oo+'],
  abs: ['q'],
  round: ['qn'],
  floor: ['q'],
  ceil: ['q'],
  if: ['cvv'],
  coalesce: ['vv+'],
  year: ['d', 'number'],
  month: ['d', 'number'],
  contains: ['lt', 'truth'],
  startsWith: ['tt', 'truth'],
  endsWith: ['tt', 'truth'],
  length: ['l', 'number'],
  today: ['', 'day'],
} as const satisfies Record<string, Signature>;

/** What stands between its arguments, or before or after one. */
const operators = {
  or: ['cc+', 'truth'],
  and: ['cc+', 'truth'],
  not: ['c', 'truth'],
  '=': ['vv', 'truth'],
  '!=': ['vv', 'truth'],
  '<': ['oo', 'truth'],
  '<=': ['oo', 'truth'],
  '>': ['oo', 'truth'],
  '>=': ['oo', 'truth'],
  between: ['ooo', 'truth'],
  in: ['vk+', 'truth'],
  known: ['a', 'truth'],
  minus: ['q'],
  // Which of these go together is settled in `find-result.ts`.
  '+': ['aa'],
  '-': ['aa'],
  '*': ['aa'],
  '/': ['aa'],
} as const satisfies Record<string, Signature>;

export type FunctionName = keyof typeof functions;
export type CallName = FunctionName | keyof typeof operators;

export const signatures: Readonly<Record<CallName, Signature>> = { ...functions, ...operators };

/** The functions that are called by name. */
export const functionNames = Object.keys(functions) as readonly FunctionName[];

/** The function of a name, whatever its case. */
export function findFunction(name: string): FunctionName | undefined {
  return functionNames.find((one) => one.toLowerCase() === name.toLowerCase());
}
