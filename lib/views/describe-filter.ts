import { formatDay } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import type { Names } from '#lib/formula/names.ts';
import type { FieldKind } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type {
  BuilderComparison,
  BuilderGroup,
  BuilderPart,
  BuilderTest,
  BuilderValue,
} from './builder-model.ts';
import { toBuilder } from './to-builder.ts';
import type { Filter } from './view.ts';

/** What a filter does, as a sentence: from the builder's view of it, or, if it has none, with the formula itself. */
export function describeFilter(
  { formula, effect, on }: Pick<Filter, 'formula' | 'effect' | 'on'>,
  names?: Names,
): string {
  if (formula.trim() === '') return 'Does nothing: its formula is empty.';
  const checked = checkFilter(formula, names);
  if ('errors' in checked)
    return `Does nothing: its formula has a fault. ${checked.errors[0]?.message ?? ''}`.trim();
  const condition = describeCondition(formula, names);
  const does =
    effect.do === 'highlight'
      ? `Colours rows ${effect.colour} if ${condition}.`
      : `${effect.do === 'hide' ? 'Hides' : 'Fades'} rows unless ${condition}.`;
  return on ? does : `Switched off: ${does}`;
}

/** When a formula says yes, in words that follow “if”. */
export function describeCondition(formula: string, names?: Names): string {
  const model = toBuilder(formula, names);
  return 'cannot' in model ? `“${formula.trim()}” holds` : describeGroup(model);
}

function describePart(part: BuilderPart): string {
  if ('test' in part) return `${getField(part.field).label} ${describeTest(part.field, part.test)}`;
  const text = describeGroup(part);
  return part.parts.length > 1 && part.group !== 'none' ? `(${text})` : text;
}

function describeGroup({ group, parts }: BuilderGroup): string {
  const texts = parts.map(describePart);
  if (group === 'all') return listWith('and', texts);
  if (group === 'any') return listWith('or', texts);
  return texts.length === 1 ? `not (${texts[0]})` : `(none of these: ${listWith('or', texts)})`;
}

/** What a row of the builder says of its field, to follow the field's name. */
export function describeTest(field: FieldId, test: BuilderTest): string {
  const { kind } = getField(field);
  const name = nameComparison(test.compare, kind);
  const say = (value: BuilderValue): string => describeValue(value, kind);
  if ('values' in test) return `${name} ${listWith('or', test.values.map(say))}`;
  if ('low' in test) return `${name} ${say(test.low)} and ${say(test.high)}`;
  return 'value' in test ? `${name} ${say(test.value)}` : name;
}

const always: Readonly<Record<Exclude<BuilderComparison, '<' | '<=' | '>' | '>='>, string>> = {
  '=': 'is',
  '!=': 'is not',
  in: 'is one of',
  'not in': 'is none of',
  between: 'is between',
  'not between': 'is not between',
  known: 'is known',
  unknown: 'is unknown',
  yes: 'is yes',
  no: 'is no',
  contains: 'contains',
  'not contains': 'does not contain',
  'starts with': 'starts with',
  'not starts with': 'does not start with',
  'ends with': 'ends with',
  'not ends with': 'does not end with',
};

const ordered = {
  number: { '<': 'is below', '<=': 'is at most', '>': 'is above', '>=': 'is at least' },
  day: { '<': 'is before', '<=': 'is no later than', '>': 'is after', '>=': 'is no earlier than' },
  // By risk: AA is the smallest.
  rating: {
    '<': 'is better than',
    '<=': 'is no worse than',
    '>': 'is worse than',
    '>=': 'is no better than',
  },
} as const;

/** A comparison in words, for a list to choose from and for sentences. */
export function nameComparison(compare: BuilderComparison, kind: FieldKind): string {
  if (compare !== '<' && compare !== '<=' && compare !== '>' && compare !== '>=') return always[compare];
  const words = kind === 'instant' ? 'day' : kind;
  return ordered[words === 'day' || words === 'rating' ? words : 'number'][compare];
}

const quotedKinds: ReadonlySet<FieldKind> = new Set(['text', 'tags', 'id']);

/** A value as it was typed, in the person's own units. */
function describeValue(value: BuilderValue, kind: FieldKind): string {
  switch (value.value) {
    case 'number': {
      const number = String(value.number).replace('-', '−');
      return value.unit === null ? number : `${number} ${value.unit}`;
    }
    case 'day':
      return formatDay(value.day);
    case 'today':
      if (value.plus === 0) return 'today';
      return `${Math.abs(value.plus)} ${value.unit} ${value.plus > 0 ? 'from now' : 'ago'}`;
    case 'word':
      return quotedKinds.has(kind) ? `“${value.word}”` : value.word;
  }
}

/** `a, b or c`. */
export function listWith(joint: 'and' | 'or', texts: readonly string[]): string {
  const before = texts.slice(0, -1).join(', ');
  return before === '' ? (texts[0] ?? '') : `${before} ${joint} ${texts.at(-1) ?? ''}`;
}
