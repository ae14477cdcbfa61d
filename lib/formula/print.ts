import { formatDay } from '#lib/base/day.ts';
import { getField } from '#lib/loan/fields.ts';
import type { CallName } from './functions.ts';
import type { Expression } from './syntax.ts';

/** How tightly each operator holds together, loosest first, as `parseFormula` reads them; functions as tight as can be. */
const tightness: Readonly<Partial<Record<CallName, number>>> = {
  or: 1,
  and: 2,
  not: 3,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  contains: 4,
  startsWith: 4,
  endsWith: 4,
  in: 4,
  between: 4,
  known: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  minus: 7,
};
const [comparison, sum, unary, operand] = [4, 5, 7, 8];

const infixTexts: Readonly<Partial<Record<CallName, string>>> = {
  startsWith: 'starts with',
  endsWith: 'ends with',
};

/**
 * Writes an expression in its plainest form: fields by label, brackets only where they are needed.
 * Parsing the result gives the same tree again, positions aside.
 */
export function printFormula(expression: Expression): string {
  return print(expression, 0);
}

/** In brackets if it holds together less tightly than its place asks for. */
function print(expression: Expression, needed: number): string {
  const text = write(expression);
  return findTightness(expression) < needed ? `(${text})` : text;
}

function findTightness(expression: Expression): number {
  if (expression.node !== 'call') return operand;
  const { name, args } = expression;
  const isTest = name === 'not' && args[0]?.node === 'call' && writesNot(args[0].name);
  return isTest ? comparison : (tightness[name] ?? operand);
}

function write(expression: Expression): string {
  switch (expression.node) {
    case 'number':
      return (
        expression.value + (expression.unit === '%' ? '%' : expression.unit ? ` ${expression.unit}` : '')
      );
    case 'day':
      return formatDay(expression.value);
    case 'text':
      return `"${expression.value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
    case 'field':
      return getField(expression.id).label;
    case 'word':
      return expression.text;
    case 'own':
      return expression.name;
    case 'call':
      return writeCall(expression.name, expression.args, '');
  }
}

/** Whether the opposite of a test is written inside it, as in `price not in [1, 2]`. */
function writesNot(name: CallName): boolean {
  return name === 'in' || name === 'between' || name === 'known';
}

function writeCall(name: CallName, args: readonly Expression[], not: '' | 'not '): string {
  const [first, second, third] = args.map((arg) => print(arg, sum));
  const joined = (level: number): string => args.map((arg) => print(arg, level)).join(', ');
  switch (name) {
    case 'or':
    case 'and':
      return args.map((arg) => print(arg, (tightness[name] ?? 0) + 1)).join(` ${name} `);
    case 'not': {
      const [of] = args;
      if (of?.node === 'call' && writesNot(of.name)) return writeCall(of.name, of.args, 'not ');
      return `not ${args.map((arg) => print(arg, 3)).join('')}`;
    }
    case 'in':
      return `${first} ${not}in [${args
        .slice(1)
        .map((entry) => print(entry, unary))
        .join(', ')}]`;
    case 'between':
      return `${first} ${not}between ${second} and ${third}`;
    case 'known':
      return `${first} is ${not ? 'unknown' : 'known'}`;
    case 'minus':
      return `-${joined(unary)}`;
    case 'today':
      return name;
    default: {
      const level = tightness[name];
      if (level === undefined || args.length !== 2) return `${name}(${joined(0)})`;
      // Of two equally tight operators the left one comes first.
      const [left, right] = level > comparison ? [level, level + 1] : [sum, sum];
      return args.map((arg, at) => print(arg, at === 0 ? left : right)).join(` ${infixTexts[name] ?? name} `);
    }
  }
}
