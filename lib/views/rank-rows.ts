import { isWordColumn, type Column, type Word } from '#lib/formula/columns.ts';
import type { FieldKind } from '#lib/loan/field.ts';
import { ratings } from '#lib/loan/rating.ts';
import { toAlphabetKey } from './compare-values.ts';

/** One key of a sorting over columns. */
export interface RankKey {
  column: Column;
  kind: FieldKind;
  descending: boolean;
}

/**
 * The order of all rows by several keys, the first the most important: row numbers, first row first. Rows that are equal keep
 * their order; unknown comes last in both directions. For whole markets: every key becomes whole numbers that rise as the order does,
 * and those are counted into their places sixteen bits at a time, from the least important to the most (radix sort).
 */
export function rankRows(rows: number, keys: readonly RankKey[]): Uint32Array {
  let order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  let spare = new Uint32Array(rows);
  for (const { column, kind, descending } of keys.toReversed()) {
    const digits = isWordColumn(column)
      ? [rankWords(column.codes, column.words, kind, descending)]
      : splitNumbers(column.numbers, descending);
    for (const digit of digits) {
      for (const shift of [0, 16]) {
        if (countIntoPlace(digit, shift, order, spare)) [order, spare] = [spare, order];
      }
    }
  }
  return order;
}

const counts = new Uint32Array(0x10000);

/** Sorts `from` into `to` by sixteen bits of each row's digit; false where they are all the same, and nothing was done. */
function countIntoPlace(digits: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  counts.fill(0);
  for (let i = 0; i < digits.length; i++) {
    const bits = ((digits[i] as number) >>> shift) & 0xffff;
    counts[bits] = (counts[bits] as number) + 1;
  }
  const first = ((digits[0] ?? 0) >>> shift) & 0xffff;
  if (counts[first] === digits.length) return false;
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    counts[i] = sum;
    sum += count;
  }
  for (let i = 0; i < from.length; i++) {
    const row = from[i] as number;
    const bits = ((digits[row] as number) >>> shift) & 0xffff;
    const place = counts[bits] as number;
    to[place] = row;
    counts[bits] = place + 1;
  }
  return true;
}

/**
 * Numbers as two words each, low and high, whose order as whole numbers is that of the numbers: the bits of a double ascend with its value
 * once the sign is turned, and all bits of a negative one.
 */
function splitNumbers(numbers: Float64Array, descending: boolean): [low: Uint32Array, high: Uint32Array] {
  // Adding 0 makes one zero of the two.
  const bits = new Uint32Array(numbers.map((number) => number + 0).buffer);
  const low = new Uint32Array(numbers.length);
  const high = new Uint32Array(numbers.length);
  const turn = descending ? -1 : 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    const top = bits[i * 2 + 1] as number;
    const flip = top >>> 31 === 1 ? -1 : 0;
    const isUnknown = Number.isNaN(number);
    low[i] = isUnknown ? -1 : (bits[i * 2] as number) ^ flip ^ turn;
    high[i] = isUnknown ? -1 : top ^ (flip | 0x80000000) ^ turn;
  }
  return [low, high];
}

/** The place of each row's word in the order of the words. */
function rankWords(
  codes: ArrayLike<number>,
  words: readonly Word[],
  kind: FieldKind,
  descending: boolean,
): Uint32Array {
  const keys = words.map((word) => (word === null ? null : spell(word, kind)));
  const known = [...new Set(keys.filter((key) => key !== null))].toSorted(compareUnits);
  const places = new Map<string | null, number>();
  for (const [place, key] of known.entries()) places.set(key, descending ? known.length - 1 - place : place);
  const byCode = Uint32Array.from(keys, (key) => places.get(key) ?? known.length);
  const ranks = new Uint32Array(codes.length);
  for (let i = 0; i < ranks.length; i++) ranks[i] = byCode[codes[i] as number] as number;
  return ranks;
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A text whose order by character codes is that of the word. */
function spell(word: NonNullable<Word>, kind: FieldKind): string {
  if (kind !== 'rating') return toAlphabetKey(word);
  const rank = (ratings as readonly Word[]).indexOf(word);
  return String.fromCharCode(rank < 0 ? ratings.length : rank);
}
