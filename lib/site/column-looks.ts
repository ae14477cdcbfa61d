import { isRating } from '#lib/loan/rating.ts';
import { parseCost } from './cost.ts';
import { parseDate } from './dates.ts';
import { findCountry } from './labels.ts';
import { parseLoanNumber } from './loan-number.ts';
import { parseNumber } from './numbers.ts';

/** What a cell looks like, whatever its header says. */
export type CellLook =
  | 'rating'
  | 'country'
  /** `12 / 60`. */
  | 'pair'
  /** `4.12 € (15%)`. */
  | 'cost'
  | 'percent'
  | 'euro'
  /** Digits only. */
  | 'whole'
  /** A number with separators, without unit. */
  | 'number'
  | 'date'
  /** `1234567-12345678`. */
  | 'investment-number'
  | 'text';

/** What the cells of a column look like. */
export interface ColumnLook {
  /** How many cells have each look. */
  counts: ReadonlyMap<CellLook, number>;
  /** The look of all cells that hold anything; null when they differ, or when there are none. */
  all: CellLook | null;
  /** How many cells hold anything. */
  filled: number;
  values: ReadonlySet<string>;
}

const pair = /^(\d{1,3}) ?(?:\/| of | von ) ?(\d{1,3})$/;

/** Whether a text marks a value as not known: nothing, a dash, `-%`. */
export function isUnknownMark(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || /^n\.?\/?a\.?$/i.test(text);
}

/** `12 / 60` as two numbers; undefined for anything else. */
export function parsePair(text: string): [number, number] | undefined {
  const match = pair.exec(text.replaceAll('\n', ' ').replaceAll(/ {2,}/g, ' '));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/**
 * What a cell's text looks like; null for one without a value. `languages` as for dates; names of countries are looked up
 * only where `mayBeCountry` says so, since the browser takes long to list them.
 */
function findLook(text: string, languages: readonly string[], mayBeCountry: boolean): CellLook | null {
  if (isUnknownMark(text)) return null;
  if (isRating(text.toUpperCase())) return 'rating';
  if (/^\d+$/.test(text)) return 'whole';
  const number = parseLoanNumber(text);
  if (number) return number.auctionBidNumber === undefined ? 'whole' : 'investment-number';
  if (parsePair(text)) return 'pair';
  const quantity = parseNumber(text);
  if (quantity) return quantity.unit ?? 'number';
  if (parseCost(text)) return 'cost';
  if (parseDate(text, languages)) return 'date';
  return findCountry(text, mayBeCountry ? languages : []) === undefined ? 'text' : 'country';
}

/** What a column looks like by a sample of its cells' texts. */
export function findColumnLook(
  texts: readonly string[],
  languages: readonly string[],
  mayBeCountry = true,
): ColumnLook {
  const counts = new Map<CellLook, number>();
  let filled = 0;
  for (const text of texts) {
    const look = findLook(text, languages, mayBeCountry);
    if (look === null) continue;
    filled += 1;
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const [only, ...others] = counts.keys();
  return {
    counts,
    all: only !== undefined && others.length === 0 ? only : null,
    filled,
    values: new Set(texts),
  };
}
