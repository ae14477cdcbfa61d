import type { FieldKind } from '#lib/loan/field.ts';

/** What kind of value a part of a formula has. */
export interface ValueType {
  kind: FieldKind;
  /** What a count counts: `days`, `months`, `payments`. */
  unit?: string;
  /** Labels of a code, by number. */
  labels?: Readonly<Record<number, string>>;
  /** A number that was written without a unit: it takes the unit of what it is compared with or added to. */
  bare?: true;
}

const descriptions: Readonly<Record<FieldKind, string>> = {
  money: 'an amount in euros',
  rate: 'a percentage',
  number: 'a plain number',
  count: 'a number',
  day: 'a date',
  instant: 'a moment',
  rating: 'a rating',
  country: 'a country',
  text: 'a text',
  truth: 'yes or no',
  code: 'one of a list',
  tags: 'tags',
  id: 'an id',
};

/** The type as a person would call it. */
export function describeType(type: ValueType): string {
  return type.kind === 'count' && type.unit !== undefined
    ? `a number of ${type.unit}`
    : descriptions[type.kind];
}

/** Whether values of the kind are numbers to calculate with. */
export function isQuantity({ kind }: ValueType): boolean {
  return kind === 'money' || kind === 'rate' || kind === 'number' || kind === 'count';
}

/** Whether values of the kind can be larger and smaller. Ratings can: by risk, AA being the smallest. */
export function isOrdered(type: ValueType): boolean {
  return isQuantity(type) || type.kind === 'day' || type.kind === 'instant' || type.kind === 'rating';
}

/**
 * The type that two values share when they are compared, or chosen between; undefined when they do not go together.
 * Nothing is converted: only a number written without a unit adapts, and a plain ratio may stand beside a percentage or a count.
 */
export function shareType(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === b.kind) {
    if (a.kind === 'count') return a.unit === b.unit ? a : undefined;
    if (a.kind === 'code') return a.labels === b.labels ? a : undefined;
    return a.bare === true ? b : a;
  }
  return adapt(a, b) ?? adapt(b, a);
}

/** What a number becomes beside another kind. */
function adapt(number: ValueType, other: ValueType): ValueType | undefined {
  if (number.kind !== 'number') return undefined;
  if (number.bare === true)
    return other.kind === 'money' || other.kind === 'count' || other.kind === 'code' ? other : undefined;
  if (other.kind === 'rate') return number;
  return other.kind === 'count' ? other : undefined;
}
