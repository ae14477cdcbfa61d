/** A number that was read out of bytes, and where it ended. One object is used again and again: there are millions. */
export interface NumberAt {
  value: number;
  end: number;
}

/**
 * Reads the JSON number that begins at `at`, as `JSON.parse` does.
 * @param into takes value and end; the end is -1 when no number stands there
 *
 * Digits that make a whole number below 2^53 are exact, and so is a power of ten up to 10^22: one division of the two rounds once,
 * which is what a correctly read decimal is. Anything longer is left to the engine.
 */
export function readNumber(bytes: Uint8Array, at: number, into: NumberAt): void {
  into.end = -1;
  let i = at;
  const isNegative = bytes[i] === minus;
  if (isNegative) i += 1;
  let whole = 0;
  let decimals = 0;
  const firstDigit = i;
  let digit = (bytes[i] ?? 0) - zero;
  while (digit >= 0 && digit <= 9) {
    whole = whole * 10 + digit;
    i += 1;
    digit = (bytes[i] ?? 0) - zero;
  }
  if (i === firstDigit || (bytes[firstDigit] === zero && i > firstDigit + 1)) return;
  if (bytes[i] === point) {
    const firstDecimal = i + 1;
    // .NET writes all ten decimals: zeros at the end say nothing, those before another digit do.
    let zeros = 0;
    i = firstDecimal;
    digit = (bytes[i] ?? 0) - zero;
    while (digit >= 0 && digit <= 9) {
      if (digit === 0) zeros += 1;
      else {
        for (; zeros > 0; zeros -= 1) {
          whole *= 10;
          decimals += 1;
        }
        whole = whole * 10 + digit;
        decimals += 1;
      }
      i += 1;
      digit = (bytes[i] ?? 0) - zero;
    }
    if (i === firstDecimal) return;
  }
  const next = bytes[i];
  if (next === smallE || next === bigE || whole > Number.MAX_SAFE_INTEGER || decimals > 22) {
    readLong(bytes, at, into);
    return;
  }
  const value = decimals === 0 ? whole : whole / (powers[decimals] ?? Number.NaN);
  into.value = isNegative ? -value : value;
  into.end = i;
}

function readLong(bytes: Uint8Array, at: number, into: NumberAt): void {
  let end = at;
  while (numberBytes.has(bytes[end])) end += 1;
  const text = String.fromCodePoint(...bytes.subarray(at, end));
  if (!/^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return;
  into.value = Number(text);
  into.end = end;
}

const zero = 0x30;
const minus = 0x2d;
const point = 0x2e;
const smallE = 0x65;
const bigE = 0x45;
const numberBytes: ReadonlySet<number | undefined> = new Set(
  Array.from('0123456789+-.eE', (character) => character.codePointAt(0)),
);
const powers = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
