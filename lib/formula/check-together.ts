import type { FieldId } from '#lib/loan/fields.ts';
import type { Checked } from './checked.ts';
import { fail, quote, type Checking } from './checking.ts';
import { resolveWord } from './resolve-word.ts';
import type { Expression } from './syntax.ts';
import { describeType, shareType, type ValueType } from './value-type.ts';

/**
 * Checks expressions that must be of one type: the sides of a comparison, a value and its list, the arguments of `min`.
 * Bare words take their meaning from the first expression that has a type of its own, or from `beside`.
 */
export function checkTogether(
  checking: Checking,
  expressions: readonly Expression[],
  beside?: ValueType,
): { parts: readonly Checked[]; type: ValueType } | undefined {
  const guide =
    expressions.find((one) => !isWord(one) && !isPlainNumber(one)) ?? expressions.find(isPlainNumber);
  const guided = guide === undefined ? undefined : checking.check(guide, beside);
  if (guide !== undefined && guided === undefined) {
    // Look for faults in the others too, but not for words that only the guide could have explained.
    for (const one of expressions) if (one !== guide && !isWord(one)) checking.check(one, beside);
    return undefined;
  }
  let type = guided?.type ?? beside;
  const parts: Checked[] = [];
  for (const expression of expressions) {
    const part = expression === guide ? guided : checkBeside(checking, expression, type);
    if (part === undefined) return undefined;
    const shared = type === undefined ? part.type : share(checking, type, part, guide);
    if (shared === undefined) return undefined;
    type = shared;
    parts.push(part);
  }
  return type === undefined ? undefined : { parts, type };
}

/** Checks an expression next to a known type: a word or number takes its meaning from there, and so does a field's name that is a label there. */
function checkBeside(
  checking: Checking,
  expression: Expression,
  type: ValueType | undefined,
): Checked | undefined {
  if (type === undefined) return checking.check(expression);
  const span = { start: expression.start, end: expression.end };
  if (expression.node === 'field') {
    const value = type.kind === 'code' ? resolveWord(expression.written, type) : undefined;
    if (value !== undefined) return { node: 'constant', value, type, fields: [], ...span };
  }
  if (expression.node === 'number' && expression.unit === null) {
    if (type.kind === 'id')
      return { node: 'constant', value: String(expression.value), type, fields: [], ...span };
    if (type.kind === 'rate' && expression.value === 0)
      return { node: 'constant', value: 0, type, fields: [], ...span };
  }
  return checking.check(expression, type);
}

function share(
  checking: Checking,
  type: ValueType,
  part: Checked,
  guide: Expression | undefined,
): ValueType | undefined {
  const shared = shareType(type, part.type);
  if (shared !== undefined) return shared;
  const written = quote(checking, part);
  const first = guide === undefined ? 'This' : quote(checking, guide);
  const suggestion = suggestUnit(type, part);
  return suggestion === undefined
    ? fail(checking, part, `${first} is ${describeType(type)}, but ${written} is ${describeType(part.type)}.`)
    : fail(
        checking,
        part,
        `${first} is ${describeType(type)}: write ${suggestion}, not ${written}.`,
        suggestion,
      );
}

const daysPerUnit: Readonly<Record<string, number>> = { days: 1, months: 30, years: 365 };

/** A literal with the unit that was meant. */
function suggestUnit(type: ValueType, part: Checked): string | undefined {
  if (part.node !== 'constant' || typeof part.value !== 'number') return undefined;
  const { value } = part;
  if (type.kind === 'rate' && part.type.bare === true) {
    return `${Math.abs(value) < 1 ? Number((value * 100).toPrecision(12)) : value}%`;
  }
  if (type.kind !== 'count' || part.type.kind !== 'count' || type.unit === undefined) return undefined;
  if (type.unit === 'months' && part.type.unit === 'years') return `${value * 12} months`;
  const from = daysPerUnit[part.type.unit ?? ''];
  return type.unit === 'days' && from !== undefined ? `${value * from} days` : undefined;
}

function isWord(expression: Expression): boolean {
  return expression.node === 'word' || expression.node === 'text';
}

function isPlainNumber(expression: Expression): boolean {
  return expression.node === 'number' && expression.unit === null;
}

/** The fields of several parts, each once. */
export function joinFields(parts: readonly Checked[]): FieldId[] {
  return [...new Set(parts.flatMap((part) => part.fields))];
}
