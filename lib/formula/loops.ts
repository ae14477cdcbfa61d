import { batchSize, type Verdicts } from './batch.ts';

// The loops that conditions are made of. Each is one plain pass over typed arrays, with no branch in it that depends on a value, and
// with whole numbers only: comparisons that are taken as numbers cost Chromium's engine three times as much. So a comparison is the
// difference of two numbers, judged by its bits. Four rows go into one word at a time, which halves the time again.

const gaps = new Float64Array(batchSize);
const bits = new Int32Array(gaps.buffer);

/** Adding 0 makes one zero of the two. */
function subtract(a: Float64Array, b: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) gaps[i] = (a[i] as number) - (b[i] as number) + 0;
}

/** 2 where the upper half of a number says that it is none (NaN), 3 where it is one and `settled` is -1, else 0. */
function mark(high: number, settled: number): number {
  const isNone = (0x7ff00000 - (high & 0x7fffffff)) >> 31;
  return (settled & ~isNone & 3) | (isNone & 2);
}

/** 3 where the gap is below zero, 2 where it is unknown, else 0. */
function isBelow(at: number): number {
  const high = bits[2 * at + 1] as number;
  return mark(high, high >> 31);
}

/** 3 where the gap is zero, 2 where it is unknown, else 0. */
function isZero(at: number): number {
  const high = bits[2 * at + 1] as number;
  const any = high | (bits[2 * at] as number);
  return mark(high, ~((any | -any) >> 31));
}

/** a < b, for the first `count` of at most a batch. What comes of the rest of the last word is not to be looked at. */
export function less(a: Float64Array, b: Float64Array, { words }: Verdicts, count: number): void {
  subtract(a, b, count);
  for (let i = 0; i < count; i += 4)
    words[i >> 2] = isBelow(i) | (isBelow(i + 1) << 8) | (isBelow(i + 2) << 16) | (isBelow(i + 3) << 24);
}

/** a = b */
export function equal(a: Float64Array, b: Float64Array, { words }: Verdicts, count: number): void {
  subtract(a, b, count);
  for (let i = 0; i < count; i += 4)
    words[i >> 2] = isZero(i) | (isZero(i + 1) << 8) | (isZero(i + 2) << 16) | (isZero(i + 3) << 24);
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
