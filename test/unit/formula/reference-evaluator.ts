import { addMonths, formatDay, type Day } from '#lib/base/day.ts';
import type { Checked, CheckedCall, Constant } from '#lib/formula/checked.ts';
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
  switch (node.node) {
    case 'constant':
      return node.value;
    case 'field':
      return readField(node.id, record);
    case 'own':
      return value(node.args[0]);
    case 'call':
      return call(node, node.args.map(value), today);
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

function calculate(node: CheckedCall, [a = null, b = null]: readonly (number | null)[]): number | null {
  const [left, right] = node.args;
  if (node.type.kind === 'day') {
    const isLeft = left?.type.kind === 'day';
    const unit = (isLeft ? right : left)?.type.unit;
    const sign = node.name === '-' ? -1 : 1;
    return lift(isLeft ? [a, b] : [b, a], ([day = 0, count = 0]) => {
      if (unit === 'days') return day + sign * count;
      return Number.isInteger(count)
        ? addMonths(day as Day, sign * (unit === 'years' ? 12 : 1) * count)
        : Number.NaN;
    });
  }
  return lift([a, b], ([x = 0, y = 0]) => {
    if (node.name === '+') return x + y;
    if (node.name === '-') return x - y;
    return node.name === '*' ? x * y : x / y;
  });
}

function call(node: CheckedCall, values: readonly Value[], today: Day): Value {
  const { name, args } = node;
  const [first = null, second = null, third = null] = values;
  const percent = args[0]?.type.kind === 'rate' ? 100 : 1;
  const rounded = (round: (x: number) => number, factor: number): number | null =>
    lift([first as number | null], ([x = 0]) => {
      // A billionth is nothing: 0.29 times 100 is 29, and 267.49999999999997 is halfway between 267 and 268.
      const nearest = Math.round(x * factor);
      return (Math.abs(x * factor - nearest) < 1e-9 ? nearest : round(x * factor)) / factor;
    });
  switch (name) {
    case 'not':
      return not(first as boolean | null);
    case 'and':
      return not(either(values.map((one) => not(one as boolean | null))));
    case 'or':
      return either(values as (boolean | null)[]);
    case 'known':
      return first !== null;
    case 'between':
      return not(either([compare('<', first, second), compare('>', first, third)]));
    case 'in':
      return first === null ? null : values.slice(1).some((entry) => same(entry, first));
    case 'minus':
      return lift([first as number | null], ([x = 0]) => -x);
    case '+':
    case '-':
    case '*':
    case '/':
      return calculate(node, values as (number | null)[]);
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
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return testText(name, first, second);
    default:
      return compare(name, first, second);
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
