import type { Checked } from './checked.ts';
import { fail, quote, type Checking } from './checking.ts';
import { joinFields } from './check-together.ts';
import type { ArithmeticOperator, Expression } from './syntax.ts';
import { describeType, isQuantity, shareType, type ValueType } from './value-type.ts';

const plainNumber: ValueType = { kind: 'number' };

/** Checks `left operator right`: what kind comes out, or why these two do not go together. */
export function checkArithmetic(
  checking: Checking,
  expression: Extract<Expression, { node: 'arithmetic' }>,
): Checked | undefined {
  const left = checking.check(expression.left);
  const right = checking.check(expression.right);
  if (left === undefined || right === undefined) return undefined;
  const { operator, start, end } = expression;
  const type =
    operator === '+' || operator === '-'
      ? sumType(operator, left.type, right.type)
      : scaleType(operator, left.type, right.type);
  if (type === undefined)
    return fail(checking, expression, describeMismatch(checking, operator, left, right));
  return { node: 'arithmetic', operator, left, right, type, fields: joinFields([left, right]), start, end };
}

function sumType(operator: '+' | '-', left: ValueType, right: ValueType): ValueType | undefined {
  if (left.kind === 'day') {
    if (right.kind === 'day') return operator === '-' ? { kind: 'count', unit: 'days' } : undefined;
    return isSpan(right) ? left : undefined;
  }
  if (right.kind === 'day') return operator === '+' && isSpan(left) ? right : undefined;
  if (!isQuantity(left) || !isQuantity(right)) return undefined;
  // 1 + discount: a share of the whole.
  if (isShareOfOne(left, right) || isShareOfOne(right, left)) return plainNumber;
  return shareType(left, right);
}

/** Whether a count can be added to a day. */
function isSpan({ kind, unit }: ValueType): boolean {
  return kind === 'count' && (unit === 'days' || unit === 'months' || unit === 'years');
}

function isShareOfOne(a: ValueType, b: ValueType): boolean {
  return a.kind === 'number' && a.bare === true && b.kind === 'rate';
}

function scaleType(operator: '*' | '/', left: ValueType, right: ValueType): ValueType | undefined {
  if (!isQuantity(left) || !isQuantity(right)) return undefined;
  if (right.kind === 'money') {
    if (left.kind === 'money') return operator === '/' ? plainNumber : undefined;
    return operator === '*' ? right : undefined;
  }
  if (left.kind === 'money') return left;
  if (left.bare === true && right.bare === true) return left;
  const same = left.kind === right.kind;
  if (same && (operator === '/' || left.kind === 'count')) return plainNumber;
  if (left.kind === 'count') return left;
  if (right.kind === 'count') return operator === '*' ? right : left.kind === 'rate' ? left : plainNumber;
  if (left.kind === 'rate') return left;
  return right.kind === 'rate' && operator === '*' ? right : plainNumber;
}

const verbs: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'be added to',
  '-': 'have taken away from it',
  '*': 'be multiplied by',
  '/': 'be divided by',
};

function describeMismatch(
  checking: Checking,
  operator: ArithmeticOperator,
  left: Checked,
  right: Checked,
): string {
  const what = `${quote(checking, left)} (${describeType(left.type)})`;
  const other = `${quote(checking, right)} (${describeType(right.type)})`;
  return `${what} cannot ${verbs[operator]} ${other}.`;
}
