import fc from 'fast-check';
import type { Day } from '#lib/base/day.ts';
import { fieldIds, getField, type FieldId } from '#lib/loan/fields.ts';
import { findUnit, listComparisons, listValues } from '#lib/views/builder-choices.ts';
import {
  textComparisons,
  type BuilderGroup,
  type BuilderModel,
  type BuilderPart,
  type BuilderRow,
  type BuilderTest,
  type BuilderValue,
} from '#lib/views/builder-model.ts';

type Some<T> = fc.Arbitrary<T>;

const numbers = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  fc.constantFrom(1e21, 1e-7, 123_456_789.125),
);
const words = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));

const asWord = (word: string): BuilderValue => ({ value: 'word', word });

/** Values that a list of the field may hold. */
function fixedValues(field: FieldId): Some<BuilderValue> {
  const { kind } = getField(field);
  const unit = findUnit(field);
  const units = kind === 'rate' ? [unit] : [unit, null];
  const number = fc
    .tuple(numbers, fc.constantFrom(...units))
    .map(([value, one]): BuilderValue => ({ value: 'number', number: value, unit: one }));
  switch (kind) {
    case 'day':
    case 'instant':
      return fc.integer({ min: 0, max: 30_000 }).map((day) => ({ value: 'day', day: day as Day }));
    case 'country':
      return fc.constantFrom('EE', 'FI', 'IN', 'OR').map(asWord);
    case 'text':
    case 'id':
    case 'tags':
      return words.map(asWord);
    default: {
      const listed = listValues(field);
      return listed.length > 0 ? fc.constantFrom(...listed).map(asWord) : number;
    }
  }
}

const todays = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom('days', 'weeks', 'months', 'years'))
  .map(([plus, unit]): BuilderValue => ({ value: 'today', plus, unit: plus === 0 ? 'days' : unit }));

function tests(field: FieldId, fixed: Some<BuilderValue>): Some<BuilderTest> {
  const any = ['day', 'instant'].includes(getField(field).kind) ? fc.oneof(fixed, todays) : fixed;
  return fc.constantFrom(...listComparisons(field)).chain((compare): Some<BuilderTest> => {
    switch (compare) {
      case 'known':
      case 'unknown':
      case 'yes':
      case 'no':
        return fc.constant({ compare });
      case 'between':
      case 'not between':
        return fc.tuple(any, any).map(([low, high]) => ({ compare, low, high }));
      case 'in':
      case 'not in':
        return fc.array(fixed, { minLength: 1, maxLength: 4 }).map((values) => ({ compare, values }));
      default:
        return (isTextTest(compare) ? words.map(asWord) : any).map((value) => ({ compare, value }));
    }
  });
}

function isTextTest(compare: string): boolean {
  return (textComparisons as readonly string[]).includes(compare);
}

const rows: Some<BuilderRow> = fc
  .constantFrom(...fieldIds)
  .chain((field) => tests(field, fixedValues(field)).map((test) => ({ field, test })));

/** Whether the opposite of a part is written in another way than as a group of none. */
function hasOpposite(part: BuilderPart): boolean {
  if ('group' in part) return part.group === 'any';
  const { compare } = part.test;
  return ['in', 'between', 'known', 'yes', 'contains', 'starts with', 'ends with'].includes(compare);
}

const { group } = fc.letrec<{ part: BuilderPart; group: BuilderGroup }>((tie) => {
  const part = tie('part') as Some<BuilderPart>;
  const many = fc.array(part, { minLength: 2, maxLength: 4 });
  return {
    part: fc.oneof({ maxDepth: 3, depthIdentifier: 'builder' }, rows, tie('group')),
    group: fc.oneof(
      { depthIdentifier: 'builder' },
      fc.record({ group: fc.constantFrom('all', 'any', 'none'), parts: many }),
      fc.record({
        group: fc.constant('none'),
        parts: part.filter((one) => !hasOpposite(one)).map((one) => [one]),
      }),
    ) as Some<BuilderGroup>,
  };
});

/** What the builder can show, as it shows it: no group that could be left out, each opposite in its own words. */
export const randomBuilder: Some<BuilderModel> = fc.oneof(
  group,
  rows.map((row): BuilderModel => ({ group: 'all', parts: [row] })),
  fc.constant<BuilderModel>({ group: 'all', parts: [] }),
);
