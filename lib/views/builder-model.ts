import type { Day } from '#lib/base/day.ts';
import type { LiteralUnit } from '#lib/formula/syntax.ts';
import type { FieldId } from '#lib/loan/fields.ts';

/** A value in a row of the builder, in the person's own units: ten percent is 10 with `%`. */
export type BuilderValue =
  /** `unit` null is a number written without one: it takes the unit of the field beside it. */
  | { value: 'number'; number: number; unit: LiteralUnit | null }
  | { value: 'day'; day: Day }
  /** So long after today; before, where negative. 0 days is today itself. */
  | { value: 'today'; plus: number; unit: 'days' | 'weeks' | 'months' | 'years' }
  /** A rating, a country, a label of a code, or a text: the field's kind says which. */
  | { value: 'word'; word: string };

export const orderComparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export const textComparisons = [
  'contains',
  'not contains',
  'starts with',
  'not starts with',
  'ends with',
  'not ends with',
] as const;

/** What a row of the builder says of its field. */
export type BuilderTest =
  | { compare: (typeof orderComparisons)[number] | (typeof textComparisons)[number]; value: BuilderValue }
  /** Both ends included. */
  | { compare: 'between' | 'not between'; low: BuilderValue; high: BuilderValue }
  /** At least one value. */
  | { compare: 'in' | 'not in'; values: readonly BuilderValue[] }
  | { compare: 'known' | 'unknown' }
  /** Of a field that is itself yes or no. */
  | { compare: 'yes' | 'no' };

export type BuilderComparison = BuilderTest['compare'];

/** One row of the builder: a field and what is said of it. */
export interface BuilderRow {
  readonly field: FieldId;
  readonly test: BuilderTest;
}

/** Rows and groups that are joined: all of them hold, any of them holds, or none of them does. */
export interface BuilderGroup {
  readonly group: 'all' | 'any' | 'none';
  readonly parts: readonly BuilderPart[];
}

export type BuilderPart = BuilderRow | BuilderGroup;

/** A filter as the builder shows it. One without parts is the empty formula. */
export type BuilderModel = BuilderGroup;
