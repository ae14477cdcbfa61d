import type { FieldValue } from '#lib/loan/field.ts';
import type { PackedColumn } from './table.ts';

/** Packs values in the smallest form that gives each back exactly. NaN becomes unknown. */
export function packValues(values: readonly FieldValue[]): PackedColumn {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? null;
    if (value === null) numbers[row] = Number.NaN;
    else if (typeof value === 'number') numbers[row] = value;
    else return packWords(values);
  }
  return packNumbers(numbers);
}

/** Packs numbers; NaN is unknown. What is given is copied. */
export function packNumbers(values: Float64Array): PackedColumn {
  const span = findSpan(values);
  if (span === undefined) return { type: 'numbers', values: values.slice() };
  if (span.known === 0) return { type: 'one', rows: values.length, value: null };
  if (span.known === values.length && span.low === span.high) {
    return { type: 'one', rows: values.length, value: span.low };
  }
  const scaled = packScaled(values, span);
  if (scaled?.ints.BYTES_PER_ELEMENT === 1) return scaled;
  return (
    packNumberWords(values, scaled?.ints.BYTES_PER_ELEMENT ?? 8) ??
    scaled ?? {
      type: 'numbers',
      values: values.slice(),
    }
  );
}

/** Packs values of any kind as a dictionary. */
export function packWords(values: readonly FieldValue[]): PackedColumn {
  const codeOf = new Map<unknown, number>();
  const words: FieldValue[] = [];
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? null;
    const key = keyOf(value);
    let code = codeOf.get(key);
    if (code === undefined) {
      code = words.push(key === null ? null : value) - 1;
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  if (words.length === 1) return { type: 'one', rows: values.length, value: words[0] ?? null };
  return { type: 'words', codes: words.length <= 256 ? Uint8Array.from(codes) : codes, words };
}

interface Span {
  low: number;
  high: number;
  known: number;
}

/** The span of the values that are known; undefined where they are no plain numbers: infinite, or the zero below zero. */
function findSpan(values: Float64Array): Span | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isFinite(value) || Object.is(value, -0)) return undefined;
    known += 1;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high, known };
}

// Whole numbers; cents; shares to the hundredth of a percent and finer; the ten decimals of the API's sums.
const divisors = [1, 100, 1e4, 1e6, 1e8, 1e10];

function packScaled(
  values: Float64Array,
  { low, high, known }: Span,
): (PackedColumn & { type: 'scaled' }) | undefined {
  for (const divisor of divisors) {
    const base = Math.round(low * divisor);
    const range = Math.round(high * divisor) - base;
    // Beyond this a 32-bit integer does not hold them, and finer steps only need more.
    if (!(range < 2 ** 32 - 2) || !Number.isSafeInteger(base)) return undefined;
    const unknown = known < values.length ? range + 1 : null;
    const most = unknown ?? range;
    const ints = new (most < 2 ** 8 ? Uint8Array : most < 2 ** 16 ? Uint16Array : Uint32Array)(values.length);
    let row = 0;
    for (; row < values.length; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) ints[row] = range + 1;
      else {
        const int = Math.round(value * divisor) - base;
        if ((base + int) / divisor !== value) break;
        ints[row] = int;
      }
    }
    if (row === values.length) return { type: 'scaled', ints, base, divisor, unknown };
  }
  return undefined;
}

/** A dictionary of numbers, where that is smaller than `bytes` a row; undefined elsewhere. */
function packNumberWords(values: Float64Array, bytes: number): PackedColumn | undefined {
  // A word takes about nine bytes; one more for the unknown.
  const limit = Math.max(
    bytes > 1 ? Math.min(256, ((bytes - 1) * values.length) / 9) : 0,
    ((bytes - 2) * values.length) / 9,
  );
  const codeOf = new Map<number, number>();
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      if (code >= limit) return undefined;
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  const words = [...codeOf.keys()].map((value) => (Number.isNaN(value) ? null : value));
  return { type: 'words', codes: words.length <= 256 ? Uint8Array.from(codes) : codes, words };
}

const negativeZero = Symbol('-0');

function keyOf(value: FieldValue): unknown {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null;
    return Object.is(value, -0) ? negativeZero : value;
  }
  // A list is told from a text by the bracket that begins it, and by the blank that no JSON begins with.
  return typeof value === 'object' && value !== null
    ? ` ${JSON.stringify(value)}`
    : typeof value === 'string'
      ? `"${value}`
      : value;
}
