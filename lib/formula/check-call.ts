import type { FieldKind } from '#lib/loan/field.ts';
import { createChecked, type Checked } from './checked.ts';
import { fail, quote, type Checking } from './checking.ts';
import { checkTogether } from './check-together.ts';
import { findResult } from './find-result.ts';
import { signatures } from './functions.ts';
import type { Expression } from './syntax.ts';
import { describeType, orderedKinds, quantities, type ValueType } from './value-type.ts';

const single: readonly FieldKind[] = [...orderedKinds, 'country', 'text', 'truth', 'code', 'id'];

/** What the letters of `signatures` ask of an argument. */
const needs: Readonly<Record<string, readonly [kinds: readonly FieldKind[], wanted: string]>> = {
  a: [[...single, 'tags'], ''],
  /** These three: all of one kind; any, one with an order, one that is written out. */
  v: [single, 'one value'],
  o: [orderedKinds, 'numbers, dates, ratings'],
  k: [single, 'fixed values'],
  c: [['truth'], 'a condition'],
  q: [quantities, 'a number'],
  /** Written out, too. */
  n: [['number'], '0 to 10 decimals'],
  d: [['day'], 'a date'],
  t: [['text', 'id'], 'text'],
  l: [['text', 'id', 'tags'], 'text or tags'],
};

/** What bare words mean to an argument. */
const beside: Readonly<Record<string, ValueType>> = { c: { kind: 'truth' }, t: { kind: 'text' } };

/** Checks the arguments of a function or operator and settles the kind of its result. */
export function checkCall(
  checking: Checking,
  call: Extract<Expression, { node: 'call' }>,
  wanted?: ValueType,
): Checked | undefined {
  const { name, args } = call;
  const [letters, kind] = signatures[name];
  const plain = letters.replace('+', '');
  const isTooMany = args.length > plain.length && plain === letters;
  if (isTooMany || args.length < plain.replace('n', '').length) {
    return fail(checking, call, `“${name}” has the wrong number of values: ${args.length}.`);
  }
  const letterOf = (at: number): string => plain[Math.min(at, plain.length - 1)] ?? 'a';
  const alike = args.filter((_, at) => 'vok'.includes(letterOf(at)));
  const together = alike.length > 0 ? checkTogether(checking, alike, kind ? undefined : wanted) : undefined;
  const parts = args.map((arg, at) =>
    alike.includes(arg) ? together?.parts[alike.indexOf(arg)] : checking.check(arg, beside[letterOf(at)]),
  );
  if (!parts.every((part) => part !== undefined)) return undefined;
  for (const [at, part] of parts.entries()) {
    const letter = letterOf(at);
    const [kinds, what] = needs[letter] as (typeof needs)[string];
    const value = part.node === 'constant' ? String(part.value) : '';
    const fits = letter === 'k' ? part.node === 'constant' : letter !== 'n' || /^(\d|10)$/.test(value);
    if (!fits || !kinds.includes(part.type.kind)) {
      const isWhat = describeType(part.type);
      return fail(checking, part, `“${name}” takes ${what}, but ${quote(checking, part)} is ${isWhat}.`);
    }
  }
  const [first, second] = parts as readonly Checked[] as readonly [Checked, Checked];
  const type = kind
    ? { kind }
    : letters === 'aa'
      ? findResult(name, first.type, second.type)
      : (together ?? first).type;
  if (type) return createChecked(call, type, { node: 'call', name, args: parts });
  const kinds = parts.map((part) => describeType(part.type)).join(` ${name} `);
  return fail(checking, call, `${quote(checking, call)} has no meaning: ${kinds}.`);
}
