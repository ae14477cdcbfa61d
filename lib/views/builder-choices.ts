import type { Day } from '#lib/base/day.ts';
import { listWords } from '#lib/formula/resolve-word.ts';
import type { LiteralUnit } from '#lib/formula/syntax.ts';
import type { FieldKind } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import {
  orderComparisons,
  textComparisons,
  type BuilderComparison,
  type BuilderRow,
  type BuilderTest,
  type BuilderValue,
} from './builder-model.ts';

const always = ['known', 'unknown'] as const satisfies readonly BuilderComparison[];
const equality = ['=', '!=', 'in', 'not in'] as const satisfies readonly BuilderComparison[];
const order = [...orderComparisons, 'between', 'not between', 'in', 'not in', ...always] as const;
const words = [...equality, ...textComparisons, ...always] as const;

const comparisons: Readonly<Record<FieldKind, readonly BuilderComparison[]>> = {
  money: order,
  rate: order,
  number: order,
  count: order,
  day: order,
  rating: order,
  // By the days on which they are.
  instant: order,
  country: [...equality, ...always],
  code: [...equality, ...always],
  text: words,
  id: words,
  tags: ['contains', 'not contains', ...always],
  truth: ['yes', 'no', ...always],
};

/** What a row of the builder can say of a field, in the order of a list to choose from. */
export function listComparisons(field: FieldId): readonly BuilderComparison[] {
  return comparisons[getField(field).kind];
}

/** The unit that people write numbers of a field in; null for plain numbers. */
export function findUnit(field: FieldId): LiteralUnit | null {
  const { kind, unit } = getField(field);
  if (kind === 'rate') return '%';
  if (kind === 'money') return '€';
  const units = ['days', 'weeks', 'months', 'years', 'payments'] as const satisfies readonly LiteralUnit[];
  return units.find((one) => one === unit) ?? null;
}

/** The words that a value of the field is chosen from, such as ratings or labels; empty where it is typed. */
export function listValues(field: FieldId): readonly string[] {
  const { kind, labels, words: settled } = getField(field);
  if (settled !== undefined) return settled;
  return kind === 'truth' ? [] : listWords({ kind, labels }).map(([word]) => word);
}

/** A row about a field, with a value to begin with. */
export function createRow(field: FieldId, today: Day): BuilderRow {
  const [compare = 'known'] = listComparisons(field);
  return { field, test: createTest(compare, [createValue(field, today)]) };
}

/** The row with another comparison; its values stay as far as they have a place in it. */
export function withComparison(row: BuilderRow, compare: BuilderComparison, today: Day): BuilderRow {
  const kept = listTestValues(row.test);
  const values = kept.length > 0 ? kept : [createValue(row.field, today)];
  // Lists take what is written out only.
  const fixed = values.map((value): BuilderValue =>
    value.value === 'today' ? { value: 'day', day: today } : value,
  );
  return {
    field: row.field,
    test: createTest(compare, compare === 'in' || compare === 'not in' ? fixed : values),
  };
}

/** The values of a test in the order in which they are read. */
export function listTestValues(test: BuilderTest): readonly BuilderValue[] {
  if ('values' in test) return test.values;
  if ('low' in test) return [test.low, test.high];
  return 'value' in test ? [test.value] : [];
}

function createTest(
  compare: BuilderComparison,
  values: readonly [BuilderValue, ...BuilderValue[]] | readonly BuilderValue[],
): BuilderTest {
  const [first, second] = values as readonly [BuilderValue, ...BuilderValue[]];
  switch (compare) {
    case 'known':
    case 'unknown':
    case 'yes':
    case 'no':
      return { compare };
    case 'between':
    case 'not between':
      return { compare, low: first, high: second ?? first };
    case 'in':
    case 'not in':
      return { compare, values };
    default:
      return { compare, value: first };
  }
}

function createValue(field: FieldId, today: Day): BuilderValue {
  const { kind } = getField(field);
  if (kind === 'day' || kind === 'instant') return { value: 'day', day: today };
  if (kind === 'country') return { value: 'word', word: 'EE' };
  const [word] = listValues(field);
  if (word === undefined && ['text', 'id', 'tags'].includes(kind)) return { value: 'word', word: '' };
  return word === undefined ? { value: 'number', number: 0, unit: findUnit(field) } : { value: 'word', word };
}
