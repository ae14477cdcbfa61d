import { checkFilter } from '#lib/formula/check.ts';
import type { CallName } from '#lib/formula/functions.ts';
import type { Names } from '#lib/formula/names.ts';
import { listWords, resolveWord } from '#lib/formula/resolve-word.ts';
import type { Expression, LiteralUnit } from '#lib/formula/syntax.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { BuilderModel, BuilderPart, BuilderRow, BuilderTest, BuilderValue } from './builder-model.ts';

/**
 * A filter formula as the builder shows it; an empty one has no parts. What the builder cannot show, such as a calculation
 * or a comparison of two fields, is told in words, and so is a fault. `toFormula` leads back: to a formula with the same
 * verdict on every row, and to the very same syntax where a value stood on the right and words were written in their own case.
 */
export function toBuilder(formula: string, names?: Names): BuilderModel | { cannot: string } {
  if (formula.trim() === '') return { group: 'all', parts: [] };
  const checked = checkFilter(formula, names);
  if ('errors' in checked) {
    return { cannot: `The formula has a fault: ${checked.errors[0]?.message ?? 'it is not understood.'}` };
  }
  const reading: Reading = { formula, cannot: '' };
  const part = readPart(reading, checked.ok.expression);
  if (part === undefined) return { cannot: reading.cannot };
  return 'group' in part ? part : { group: 'all', parts: [part] };
}

interface Reading {
  readonly formula: string;
  /** Why it cannot be shown; the first reason counts. */
  cannot: string;
}

function refuse(reading: Reading, { start, end }: Expression, isWhat: string): undefined {
  reading.cannot ||= `“${reading.formula.slice(start, end)}” ${isWhat}.`;
}

const noField = 'is no field: the builder compares fields with fixed values';

function readPart(reading: Reading, expression: Expression): BuilderPart | undefined {
  if (expression.node === 'field') return { field: expression.id, test: { compare: 'yes' } };
  if (expression.node === 'own')
    return refuse(reading, expression, 'is a column of your own: the builder knows fields only');
  if (expression.node !== 'call') return refuse(reading, expression, noField);
  const { name, args } = expression;
  if (name === 'and' || name === 'or') return readGroup(reading, name === 'and' ? 'all' : 'any', args);
  if (name !== 'not') return readRow(reading, expression);
  const [of] = args as [Expression];
  if (of.node === 'call' && of.name === 'or') return readGroup(reading, 'none', of.args);
  const part = readPart(reading, of);
  if (part === undefined) return undefined;
  const opposite = 'test' in part ? negate(part.test) : undefined;
  return 'test' in part && opposite
    ? { field: part.field, test: opposite }
    : { group: 'none', parts: [part] };
}

function readGroup(
  reading: Reading,
  group: BuilderModel['group'],
  args: readonly Expression[],
): BuilderModel | undefined {
  const parts = args.map((arg) => readPart(reading, arg));
  return parts.every((part) => part !== undefined) ? { group, parts } : undefined;
}

/** The opposite of a test, where the builder has a word for it. */
function negate(test: BuilderTest): BuilderTest | undefined {
  switch (test.compare) {
    case 'in':
      return { ...test, compare: 'not in' };
    case 'between':
      return { ...test, compare: 'not between' };
    case 'known':
      return { compare: 'unknown' };
    case 'yes':
      return { compare: 'no' };
    case 'contains':
    case 'starts with':
    case 'ends with':
      return { compare: `not ${test.compare}`, value: test.value };
    default:
      return undefined;
  }
}

type Call = Extract<Expression, { node: 'call' }>;

/** The same comparison seen from its other side. */
const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

const textTests = { contains: 'contains', startsWith: 'starts with', endsWith: 'ends with' } as const;

function readRow(reading: Reading, call: Call): BuilderRow | undefined {
  const { name, args } = call;
  const [left, right] = args;
  if (left === undefined) return refuse(reading, call, noField);
  if (isKey(mirrored, name) && right !== undefined) {
    if (left.node !== 'field' && right.node === 'field')
      return readComparison(reading, right.id, mirrored[name], left);
    return left.node === 'field'
      ? readComparison(reading, left.id, name, right)
      : refuse(reading, left, noField);
  }
  if (name === 'known' && left.node === 'field') return { field: left.id, test: { compare: 'known' } };
  if (name !== 'in' && name !== 'between' && name !== 'known' && !isKey(textTests, name))
    return refuse(reading, call, noField);
  if (left.node !== 'field') return refuse(reading, left, noField);
  const values = args.slice(1).map((arg) => readValue(reading, left.id, arg));
  if (!values.every((value) => value !== undefined)) return undefined;
  const test = makeTest(name, values);
  return test && { field: left.id, test };
}

function makeTest(name: CallName, values: readonly BuilderValue[]): BuilderTest | undefined {
  const [first, second] = values;
  if (name === 'in') return { compare: 'in', values };
  if (first === undefined) return undefined;
  if (isKey(textTests, name)) return { compare: textTests[name], value: first };
  return second && { compare: 'between', low: first, high: second };
}

function readComparison(
  reading: Reading,
  field: FieldId,
  compare: keyof typeof mirrored,
  of: Expression,
): BuilderRow | undefined {
  const value = readValue(reading, field, of);
  if (value === undefined) return undefined;
  if (getField(field).kind !== 'truth') return { field, test: { compare, value } };
  const isYes = value.value === 'word' && (value.word === 'yes') === (compare === '=');
  return { field, test: { compare: isYes ? 'yes' : 'no' } };
}

const spans = ['days', 'weeks', 'months', 'years'] as const satisfies readonly LiteralUnit[];

function readValue(reading: Reading, field: FieldId, of: Expression): BuilderValue | undefined {
  switch (of.node) {
    case 'number':
      return readNumber(field, of.value, of.unit);
    case 'day':
      return { value: 'day', day: of.value };
    case 'word':
      return { value: 'word', word: spellWord(field, of.text) };
    case 'text':
      return { value: 'word', word: spellWord(field, of.value) };
    case 'call':
      return readCall(field, of) ?? refuse(reading, of, 'is no fixed value');
    case 'field':
    case 'own':
      return refuse(reading, of, 'is no fixed value');
  }
}

/** A number of a code that has a label is that label; an id is a text. */
function readNumber(field: FieldId, number: number, unit: LiteralUnit | null): BuilderValue {
  const { kind, labels } = getField(field);
  if (kind === 'id') return { value: 'word', word: String(number) };
  const word = labels?.[number];
  const isLabel = word !== undefined && resolveWord(word, { kind: 'code', labels }) === number;
  return isLabel ? { value: 'word', word } : { value: 'number', number, unit };
}

/** `today`, so long before or after it, or a minus sign that the syntax keeps apart from its number. */
function readCall(field: FieldId, { name, args }: Call): BuilderValue | undefined {
  if (name === 'today') return { value: 'today', plus: 0, unit: 'days' };
  const [left, right] = args;
  if (name === 'minus' && left?.node === 'number') return readNumber(field, 0 - left.value, left.unit);
  if ((name !== '+' && name !== '-') || left?.node !== 'call' || left.name !== 'today') return undefined;
  if (right?.node !== 'number') return undefined;
  const unit = spans.find((one) => one === right.unit);
  return unit && { value: 'today', plus: name === '+' ? right.value : 0 - right.value, unit };
}

/** A word as the field's own list writes it. */
function spellWord(field: FieldId, word: string): string {
  const { kind, labels } = getField(field);
  if (kind === 'country') return word.toUpperCase();
  if (kind === 'truth') return resolveWord(word, { kind }) === true ? 'yes' : 'no';
  const own = listWords({ kind, labels }).find(([one]) => one.toLowerCase() === word.toLowerCase());
  return own?.[0] ?? word;
}

function isKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
