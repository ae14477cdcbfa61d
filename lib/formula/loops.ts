import type { Verdicts } from './batch.ts';

// The loops that conditions are made of. Each is one plain pass over typed arrays, with no branch in it that depends on a value:
// a comparison's outcome is taken as the number 0 or 1. NaN fails every comparison, so "possibly" is written as "not certainly
// the opposite". Four rows go into one word at a time: that halves the time, and the engine sees sooner that the loop is hot.

const isLess = (x: number, y: number): number => +(x < y) | (+!(x >= y) << 1);

/** a < b, for the first `count`. */
export function less(a: Float64Array, b: Float64Array, { words, bytes }: Verdicts, count: number): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    words[i >> 2] =
      isLess(a[i] as number, b[i] as number) |
      (isLess(a[i + 1] as number, b[i + 1] as number) << 8) |
      (isLess(a[i + 2] as number, b[i + 2] as number) << 16) |
      (isLess(a[i + 3] as number, b[i + 3] as number) << 24);
  }
  for (; i < count; i++) bytes[i] = isLess(a[i] as number, b[i] as number);
}

const isEqual = (x: number, y: number): number => +(x === y) | ((+!(x < y) & +!(x > y)) << 1);

/** a = b */
export function equal(a: Float64Array, b: Float64Array, { words, bytes }: Verdicts, count: number): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    words[i >> 2] =
      isEqual(a[i] as number, b[i] as number) |
      (isEqual(a[i + 1] as number, b[i + 1] as number) << 8) |
      (isEqual(a[i + 2] as number, b[i + 2] as number) << 16) |
      (isEqual(a[i + 3] as number, b[i + 3] as number) << 24);
  }
  for (; i < count; i++) bytes[i] = isEqual(a[i] as number, b[i] as number);
}

/** A verdict for each word of a dictionary, looked up row by row. */
export function lookUp(
  codes: ArrayLike<number>,
  table: Uint8Array,
  first: number,
  { words, bytes }: Verdicts,
  count: number,
): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const row = first + i;
    words[i >> 2] =
      (table[codes[row] as number] as number) |
      ((table[codes[row + 1] as number] as number) << 8) |
      ((table[codes[row + 2] as number] as number) << 16) |
      ((table[codes[row + 3] as number] as number) << 24);
  }
  for (; i < count; i++) bytes[i] = table[codes[first + i] as number] as number;
}

/** Three-valued `and`, in place. */
export function intersect(out: Uint32Array, other: Uint32Array, words: number): void {
  for (let i = 0; i < words; i++) out[i] = (out[i] as number) & (other[i] as number);
}

/** Three-valued `or`, in place. */
export function unite(out: Uint32Array, other: Uint32Array, words: number): void {
  for (let i = 0; i < words; i++) out[i] = (out[i] as number) | (other[i] as number);
}

const lowBits = 0x01010101;

/** Three-valued `not`, in place: certainly becomes not possibly, and the other way round. */
export function invert(out: Uint32Array, words: number): void {
  for (let i = 0; i < words; i++) {
    const word = ~(out[i] as number);
    out[i] = ((word & lowBits) << 1) | ((word >>> 1) & lowBits);
  }
}

/** From the inner bytes (0, 2, 3) to the outer ones: 0 no, 1 yes, 2 unknown. */
export function finish(out: Uint32Array): void {
  for (let i = 0; i < out.length; i++) {
    const word = out[i] as number;
    out[i] = word ^ ((word & lowBits) << 1);
  }
}

/**
 * How many of `count` verdicts are not settled by a part of `and` (where 0 settles) or `or` (where 3 does).
 * What lies beyond `count` in the last word may be counted too.
 */
export function countOpen(verdicts: Uint32Array, settled: number, count: number): number {
  let open = 0;
  const words = (count + 3) >> 2;
  for (let i = 0; i < words; i++) {
    const word = verdicts[i] as number;
    // One bit a row that is open; the multiplication adds the four bits up in the highest byte.
    open += Math.imul((settled === 0 ? word >>> 1 : ~word) & lowBits, lowBits) >>> 24;
  }
  return open;
}
