import { addMonths, formatDay, type Day } from '#lib/base/day.ts';
import type { Checked, Constant } from '#lib/formula/checked.ts';
import { getField } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { ratings } from '#lib/loan/rating.ts';

/** A value while calculating; null is unknown. Ratings are ranks. */
export type Value = Constant | readonly string[] | null;

/**
 * What a checked formula says of one record, worked out in the plainest way: one node after another, one row at a time, unknown as null.
 * Shares nothing with the loops that it is compared with.
 */
export function evaluate(node: Checked, record: LoanRecord, today: Day): Value {
  const value = (part: Checked): Value => evaluate(part, record, today);
  const number = (part: Checked): number | null => value(part) as number | null;
  switch (node.node) {
    case 'constant':
      return node.value;
    case 'field':
      return readField(node.id, record);
    case 'own':
      return value(node.of);
    case 'negate':
      return lift([number(node.of)], ([a = 0]) => -a);
    case 'not':
      return not(value(node.of) as boolean | null);
    case 'known':
      return value(node.of) !== null;
    case 'all':
      return not(either(node.parts.map((part) => not(value(part) as boolean | null))));
    case 'any':
      return either(node.parts.map((part) => value(part) as boolean | null));
    case 'between':
      return not(
        either([
          compare('<', value(node.value), value(node.low)),
          compare('>', value(node.value), value(node.high)),
        ]),
      );
    case 'among': {
      const wanted = value(node.value);
      return wanted === null ? null : node.list.some((entry) => same(entry, wanted));
    }
    case 'compare':
      return compare(node.operator, value(node.left), value(node.right));
    case 'arithmetic':
      return calculate(node, number(node.left), number(node.right));
    case 'call':
      return call(node.name, node.args, value, today);
  }
}

function readField(id: keyof LoanRecord, record: LoanRecord): Value {
  const value = record[id] ?? null;
  if (getField(id).kind !== 'rating') return value;
  const rank = (ratings as readonly unknown[]).indexOf(value);
  return rank < 0 ? null : rank;
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function either(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

function same(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.toUpperCase() === b.toUpperCase() : a === b;
}

function compare(operator: string, a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  switch (operator) {
    case '=':
      return same(a, b);
    case '!=':
      return !same(a, b);
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function lift(
  values: readonly (number | null)[],
  work: (values: readonly number[]) => number,
): number | null {
  if (!values.every((one) => one !== null)) return null;
  const result = work(values);
  return Number.isFinite(result) ? result : null;
}

function calculate(
  node: Extract<Checked, { node: 'arithmetic' }>,
  a: number | null,
  b: number | null,
): number | null {
  if (node.type.kind === 'day') {
    const [day, count, unit] =
      node.left.type.kind === 'day' ? [a, b, node.right.type.unit] : [b, a, node.left.type.unit];
    const sign = node.operator === '-' ? -1 : 1;
    if (unit === 'days') return lift([day, count], ([x = 0, y = 0]) => x + sign * y);
    const months = unit === 'years' ? 12 : 1;
    return lift([day, count], ([x = 0, y = 0]) =>
      Number.isInteger(y) ? addMonths(x as Day, sign * months * y) : Number.NaN,
    );
  }
  return lift([a, b], ([x = 0, y = 0]) => {
    switch (node.operator) {
      case '+':
        return x + y;
      case '-':
        return x - y;
      case '*':
        return x * y;
      case '/':
        return x / y;
    }
  });
}

function call(name: string, args: readonly Checked[], value: (part: Checked) => Value, today: Day): Value {
  const values = args.map(value);
  const [first = null, second = null, third = null] = values;
  const percent = args[0]?.type.kind === 'rate' ? 100 : 1;
  const rounded = (round: (x: number) => number, factor: number): number | null =>
    lift([first as number | null], ([x = 0]) => {
      // A billionth is nothing: 0.29 times 100 is 29, and 267.49999999999997 is halfway between 267 and 268.
      const nearest = Math.round(x * factor);
      return (Math.abs(x * factor - nearest) < 1e-9 ? nearest : round(x * factor)) / factor;
    });
  switch (name) {
    case 'today':
      return today;
    case 'coalesce':
      return values.find((one) => one !== null) ?? null;
    case 'if':
      return first === null ? null : first === true ? second : third;
    case 'min':
      return values.includes(null) ? null : Math.min(...(values as number[]));
    case 'max':
      return values.includes(null) ? null : Math.max(...(values as number[]));
    case 'abs':
      return lift([first as number | null], ([x = 0]) => Math.abs(x));
    case 'round':
      return rounded(
        (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5 + 1e-9),
        percent * 10 ** Number(second ?? 0),
      );
    case 'floor':
      return rounded(Math.floor, percent);
    case 'ceil':
      return rounded(Math.ceil, percent);
    case 'year':
      return first === null ? null : Number(formatDay(first as Day).slice(0, 4));
    case 'month':
      return first === null ? null : Number(formatDay(first as Day).slice(5, 7));
    case 'length':
      return first === null ? null : (first as string | readonly string[]).length;
    default:
      return testText(name, first, second);
  }
}

function testText(name: string, whole: Value, piece: Value): boolean | null {
  if (whole === null || typeof piece !== 'string') return null;
  const part = piece.toUpperCase();
  if (typeof whole !== 'string')
    return (whole as readonly string[]).some((tag) => tag.toUpperCase() === part);
  const text = whole.toUpperCase();
  if (name === 'contains') return text.split(part).length > 1 || part === '';
  const at = name === 'startsWith' ? text.slice(0, part.length) : part === '' ? '' : text.slice(-part.length);
  return at === part;
}
