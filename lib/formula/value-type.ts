import type { FieldKind } from '#lib/loan/field.ts';

/** What kind of value a part of a formula has. */
export interface ValueType {
  kind: FieldKind;
  /** What a count counts: `days`, `months`, `payments`. */
  unit?: string | undefined;
  /** Labels of a code, by number. */
  labels?: Readonly<Record<number, string>> | undefined;
  /** A number that was written without a unit: it takes the unit of what it is compared with or added to. */
  bare?: true;
}

// Moments have become dates before anybody describes them.
const descriptions: Readonly<Record<string, string>> = {
  money: 'an amount in euros',
  rate: 'a percentage',
  number: 'a plain number',
  count: 'a number',
  day: 'a date',
  rating: 'a rating',
  country: 'a country',
  text: 'a text',
  truth: 'yes or no',
  code: 'one of a list',
  tags: 'tags',
  id: 'an id',
};

/** The type as a person would call it. */
export function describeType({ kind, unit }: ValueType): string {
  return descriptions[kind] + (unit ? ` of ${unit}` : '');
}

/** Kinds of numbers to calculate with; the product of two is the one that stands first. */
export const quantities: readonly FieldKind[] = ['money', 'count', 'rate', 'number'];

/** Kinds that can be larger and smaller. Ratings can: by risk, AA being the smallest. */
export const orderedKinds: readonly FieldKind[] = [...quantities, 'day', 'rating'];

/** Whether values of the kind are words where formulas calculate. Ratings are not: they are ranks there. */
export const isWords = ({ kind }: ValueType): boolean => ['country', 'text', 'tags', 'id'].includes(kind);

/**
 * The type that two values share when they are compared, or chosen between; undefined when they do not go together.
 * Nothing is converted: only a number written without a unit adapts, and a plain ratio may stand beside a percentage or a count.
 */
export function shareType(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind !== b.kind) return adapt(a, b) ?? adapt(b, a);
  if (a.unit !== b.unit || a.labels !== b.labels) return undefined;
  return a.bare ? b : a;
}

/** What a number becomes beside another kind. */
function adapt({ kind, bare }: ValueType, other: ValueType): ValueType | undefined {
  const mixes = bare ? ['money', 'count', 'code'] : ['rate', 'count'];
  return kind === 'number' && mixes.includes(other.kind) ? other : undefined;
}
