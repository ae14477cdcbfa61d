import type { Day } from '#lib/base/day.ts';
import { isRating, type Rating } from '#lib/loan/rating.ts';
import { isNoDate, readDay, readInstant } from './read-time.ts';
import { shiftDecimal } from './shift-decimal.ts';

/**
 * Reads one JSON value, `null` and absence apart: the machine value, `null` for a value that means "not set",
 * or undefined for a value of the wrong kind.
 */
export type ValueReader<T> = (value: {}) => T | null | undefined;

/** Any number as it is: money with all its decimals, scores, factors, rates that the API sends as fractions. */
export const number: ValueReader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Percent, made a fraction by moving the decimal point. */
export const percent: ValueReader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? shiftDecimal(value, -2) : undefined;

/** A whole number: counts, and codes of any value, known or not. */
export const whole: ValueReader<number> = (value) =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

export const text: ValueReader<string> = (value) => (typeof value === 'string' ? value : undefined);

/** A text that some answers send as a number. */
export const textOrNumber: ValueReader<string> = (value) =>
  typeof value === 'string' ? value : number(value)?.toString();

/** A truth; some answers send it as 0 and 1. */
export const truth: ValueReader<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  return value === 0 || value === 1 ? value === 1 : undefined;
};

const guidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A GUID in lower case. */
export const guid: ValueReader<string> = (value) =>
  typeof value === 'string' && guidShape.test(value) ? value.toLowerCase() : undefined;

export const rating: ValueReader<Rating> = (value) =>
  typeof value === 'string' && isRating(value) ? value : undefined;

/** ISO 3166-1 alpha-2. */
export const country: ValueReader<string> = (value) =>
  typeof value === 'string' && /^[a-z]{2}$/i.test(value) ? value.toUpperCase() : undefined;

/** A calendar date. */
export const day: ValueReader<Day> = (value) => readTime(value, readDay);

/** A moment as epoch ms. */
export const instant: ValueReader<number> = (value) => readTime(value, readInstant);

/** A moment that the API tells in UTC even where it leaves the offset out, as its field's name says. */
export const instantUtc: ValueReader<number> = (value) =>
  instant(typeof value === 'string' && /T[\d:.]+$/.test(value) ? `${value}Z` : value);

function readTime<T>(value: {}, read: (text: string) => T | undefined): T | null | undefined {
  if (typeof value !== 'string') return undefined;
  return isNoDate(value) ? null : read(value);
}
