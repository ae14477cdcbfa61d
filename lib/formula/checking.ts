import type { Checked } from './checked.ts';
import { createFormulaError, type FormulaError } from './formula-error.ts';
import { formulaLimits } from './limits.ts';
import type { Names } from './names.ts';
import type { Expression, Span } from './syntax.ts';
import type { ValueType } from './value-type.ts';

/** What the parts of the checker hand to one another. */
export interface Checking {
  readonly text: string;
  readonly names: Names;
  readonly errors: FormulaError[];
  /** How many own formulas were looked into so far, counted over the whole formula. */
  readonly visits: { count: number };
  /** Checks one expression; `beside` is the type of what stands next to it, which settles bare words. */
  readonly check: (expression: Expression, beside?: ValueType) => Checked | undefined;
}

/** Notes an error, and returns undefined for the caller to pass on. */
export function fail({ errors }: Checking, span: Span, message: string, suggestion?: string): undefined {
  if (errors.length < formulaLimits.errors) errors.push(createFormulaError(message, span, suggestion));
}

/** The text of an expression in quotation marks, for an error. */
export function quote({ text }: Checking, { start, end }: Span): string {
  return `“${text.slice(start, end)}”`;
}
