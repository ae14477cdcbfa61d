import { formatDay } from '#lib/base/day.ts';
import { getField } from '#lib/loan/fields.ts';
import type { Expression, LiteralUnit } from './syntax.ts';

/** How tightly each kind of expression holds together, loosest first, as `parseFormula` reads them. */
const tightness = {
  any: 1,
  all: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  unary: 7,
  operand: 8,
} as const;

const unitTexts: Readonly<Record<LiteralUnit, string>> = {
  percent: '%',
  euros: ' €',
  days: ' days',
  weeks: ' weeks',
  months: ' months',
  years: ' years',
  payments: ' payments',
};

const infixCalls: Readonly<Record<string, string>> = {
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
};

/**
 * Writes an expression in its plainest form: fields by label, brackets only where they are needed.
 * Parsing the result gives the same tree again, positions aside.
 */
export function printFormula(expression: Expression): string {
  return print(expression, tightness.any);
}

/** In brackets if it holds together less tightly than its place asks for. */
function print(expression: Expression, needed: number): string {
  const [text, has] = write(expression);
  return has < needed ? `(${text})` : text;
}

function write(expression: Expression): [text: string, tightness: number] {
  const { sum, product, unary, operand, comparison } = tightness;
  const list = (parts: readonly Expression[]): string =>
    parts.map((part) => print(part, tightness.any)).join(', ');
  switch (expression.node) {
    case 'number':
      return [`${expression.value}${expression.unit === null ? '' : unitTexts[expression.unit]}`, operand];
    case 'day':
      return [formatDay(expression.value), operand];
    case 'text':
      return [`"${expression.value.replaceAll(/["\\]/g, String.raw`\$&`)}"`, operand];
    case 'field':
      return [getField(expression.id).label, operand];
    case 'word':
      return [expression.text, operand];
    case 'own':
      return [expression.name, operand];
    case 'negate':
      return [`-${print(expression.of, unary)}`, unary];
    case 'not':
      return writeNot(expression.of);
    case 'arithmetic': {
      const level = expression.operator === '+' || expression.operator === '-' ? sum : product;
      const right = print(expression.right, level + 1);
      return [`${print(expression.left, level)} ${expression.operator} ${right}`, level];
    }
    case 'compare':
      return [
        `${print(expression.left, sum)} ${expression.operator} ${print(expression.right, sum)}`,
        comparison,
      ];
    case 'all':
    case 'any': {
      const level = tightness[expression.node];
      const word = expression.node === 'all' ? ' and ' : ' or ';
      return [expression.parts.map((part) => print(part, level + 1)).join(word), level];
    }
    case 'among':
    case 'between':
    case 'known':
      return [writeTest(expression, ''), comparison];
    case 'call': {
      const { name, args } = expression;
      const infix = infixCalls[name];
      const [first, second] = args;
      if (infix !== undefined && first !== undefined && second !== undefined && args.length === 2) {
        return [`${print(first, sum)} ${infix} ${print(second, sum)}`, comparison];
      }
      return [name === 'today' && args.length === 0 ? name : `${name}(${list(args)})`, operand];
    }
  }
}

function writeNot(of: Expression): [text: string, tightness: number] {
  return of.node === 'among' || of.node === 'between' || of.node === 'known'
    ? [writeTest(of, 'not '), tightness.comparison]
    : [`not ${print(of, tightness.not)}`, tightness.not];
}

function writeTest(
  test: Extract<Expression, { node: 'among' | 'between' | 'known' }>,
  not: '' | 'not ',
): string {
  const { sum, unary } = tightness;
  switch (test.node) {
    case 'among':
      return `${print(test.value, sum)} ${not}in [${test.list.map((entry) => print(entry, unary)).join(', ')}]`;
    case 'between':
      return `${print(test.value, sum)} ${not}between ${print(test.low, sum)} and ${print(test.high, sum)}`;
    case 'known':
      return `${print(test.of, sum)} is ${not === '' ? 'known' : 'unknown'}`;
  }
}
