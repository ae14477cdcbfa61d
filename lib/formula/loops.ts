import type { Verdicts } from './batch.ts';

// The loops that formulas are made of. Each is one plain pass over typed arrays, with no branch in it that depends on a value:
// a comparison's outcome is taken as the number 0 or 1. NaN fails every comparison, so "possibly" is written as
// "not certainly the opposite".

/** a < b, for the first `count`. */
export function less(a: Float64Array, b: Float64Array, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    out[i] = Number(x < y) | (Number(!(x >= y)) << 1);
  }
}

/** a < constant */
export function lessThan(a: Float64Array, constant: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    out[i] = Number(x < constant) | (Number(!(x >= constant)) << 1);
  }
}

/** a > constant */
export function moreThan(a: Float64Array, constant: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    out[i] = Number(x > constant) | (Number(!(x <= constant)) << 1);
  }
}

/** a = b */
export function equal(a: Float64Array, b: Float64Array, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    out[i] = Number(x === y) | ((Number(!(x < y)) & Number(!(x > y))) << 1);
  }
}

/** a = constant */
export function equalTo(a: Float64Array, constant: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const same = Number(x === constant);
    out[i] = same | ((same | Number(x !== x)) << 1);
  }
}

/** low ≤ a ≤ high: a value beyond one known end is out, whatever the other end. */
export function within(
  a: Float64Array,
  low: Float64Array,
  high: Float64Array,
  out: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const from = low[i] as number;
    const to = high[i] as number;
    out[i] = (Number(x >= from) & Number(x <= to)) | ((Number(!(x < from)) & Number(!(x > to))) << 1);
  }
}

/** a is one of the list's numbers */
export function oneOf(a: Float64Array, list: ReadonlySet<unknown>, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    out[i] = (Number(list.has(x)) * 3) | (Number(x !== x) << 1);
  }
}

/** A verdict for each word of a dictionary, looked up row by row. */
export function lookUp(
  codes: ArrayLike<number>,
  table: Uint8Array,
  first: number,
  out: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) out[i] = table[codes[first + i] as number] as number;
}

/** `lookUp` for rows that are not neighbours. */
export function lookUpPicked(
  codes: ArrayLike<number>,
  table: Uint8Array,
  picked: Uint32Array,
  out: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) out[i] = table[codes[picked[i] as number] as number] as number;
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
export function finish(out: Uint32Array, words: number): void {
  for (let i = 0; i < words; i++) {
    const word = out[i] as number;
    out[i] = word ^ ((word & lowBits) << 1);
  }
}

/** How many of the first `count` verdicts differ from `settled`, with their places noted in `places`. */
export function pick(verdicts: Verdicts, settled: number, places: Uint16Array, count: number): number {
  const { bytes } = verdicts;
  let found = 0;
  for (let i = 0; i < count; i++) {
    places[found] = i;
    found += Number(bytes[i] !== settled);
  }
  return found;
}
