import { createChecked, type Checked, type Constant } from './checked.ts';
import { fail, quote, type Checking } from './checking.ts';
import type { Expression } from './syntax.ts';
import { describeType, shareType, type ValueType } from './value-type.ts';

/**
 * Checks expressions that must be of one type: the sides of a comparison, a value and its list, the arguments of `min`.
 * Words and plain numbers come last: they take their meaning from the others, or from `beside`.
 */
export function checkTogether(
  checking: Checking,
  expressions: readonly Expression[],
  beside?: ValueType,
): { parts: readonly Checked[]; type: ValueType } | undefined {
  let type = beside;
  let guide: Checked | undefined;
  const parts = new Map<Expression, Checked>();
  for (const late of [false, true]) {
    const turn = expressions.filter((one) => takesMeaning(one) === late);
    for (const expression of turn) {
      const part = checkBeside(checking, expression, type);
      const shared = part && shareType(type ?? part.type, part.type);
      if (part && shared) {
        type = shared;
        guide ??= part;
        parts.set(expression, part);
      } else if (part) refuse(checking, type ?? part.type, guide, part);
    }
    // With a fault in what would explain them, words are not to blame.
    if (!late && parts.size < turn.length) return undefined;
  }
  return type && parts.size === expressions.length
    ? { parts: expressions.map((one) => parts.get(one) as Checked), type }
    : undefined;
}

/** Whether an expression means something only by what stands beside it. */
function takesMeaning(expression: Expression): boolean {
  const { node } = expression;
  return node === 'word' || node === 'text' || (node === 'number' && !expression.unit);
}

/** Checks an expression next to a known type, where a number or a field's name may mean something of that type. */
function checkBeside(checking: Checking, expression: Expression, type?: ValueType): Checked | undefined {
  let value: Constant | undefined;
  if (expression.node === 'number' && !expression.unit) {
    if (type?.kind === 'id') value = String(expression.value);
    if (type?.kind === 'rate' && expression.value === 0) value = 0;
  }
  return type && value !== undefined
    ? createChecked(expression, type, { node: 'constant', value })
    : checking.check(expression, type);
}

function refuse(checking: Checking, type: ValueType, guide: Checked | undefined, part: Checked): void {
  const written = quote(checking, part);
  const what = `${guide ? quote(checking, guide) : 'This'} is ${describeType(type)}`;
  const suggestion = suggestPercent(type, part);
  const but = suggestion
    ? `: write ${suggestion}, not ${written}.`
    : `, but ${written} is ${describeType(part.type)}.`;
  fail(checking, part, what + but, suggestion);
}

/** A percentage that was written as a plain number. */
function suggestPercent({ kind }: ValueType, part: Checked): string | undefined {
  if (kind !== 'rate' || !part.type.bare || part.node !== 'constant') return undefined;
  const value = Number(part.value);
  return `${Math.abs(value) < 1 ? Number((value * 100).toPrecision(12)) : value}%`;
}
