/**
 * How the items of a list are written: all of one answer have the same keys in the same order with the same blanks, so
 * that between two values always the same bytes stand.
 */
export interface ItemTemplate {
  /** What stands before each value, from the end of the one before on; at last what stands behind the last value. */
  between: readonly ExpectedBytes[];
  /** By value: the place of its field, -1 for one that nobody wants. */
  places: readonly number[];
}

/** Bytes to compare with, four at a time. */
export interface ExpectedBytes {
  bytes: Uint8Array;
  /** From the first byte on, big end first; the last word is that of the last four bytes. None for less than four bytes. */
  words: Uint32Array;
}

/** Whether these bytes stand at `at`. */
export function isExpected(view: DataView, at: number, { bytes, words }: ExpectedBytes): boolean {
  const end = at + bytes.length;
  if (end > view.byteLength) return false;
  const last = words.length - 1;
  if (last < 0) return bytes.every((byte, n) => view.getUint8(at + n) === byte);
  for (let n = 0; n < last; n += 1) if (view.getUint32(at + n * 4) !== words[n]) return false;
  return view.getUint32(end - 4) === words[last];
}

function expectBytes(bytes: Uint8Array): ExpectedBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const words = new Uint32Array(bytes.length < 4 ? 0 : Math.ceil(bytes.length / 4));
  for (let n = 0; n < words.length; n += 1) words[n] = view.getUint32(Math.min(n * 4, bytes.length - 4));
  return { bytes, words };
}

/**
 * Learns from an item that begins at `at`, blanks before it included; undefined when it is not complete, or has
 * anything unusual about its keys.
 * @param placeOf the places of the fields that are wanted, by key
 */
export function learnTemplate(
  bytes: Uint8Array,
  at: number,
  placeOf: ReadonlyMap<string, number>,
): ItemTemplate | undefined {
  const between: ExpectedBytes[] = [];
  const places: number[] = [];
  const keys = new Set<string>();
  let from = at;
  let i = skipBlanks(bytes, at);
  if (bytes[i] !== openBrace) return undefined;
  do {
    i = skipBlanks(bytes, i + 1);
    const end = bytes[i] === quote ? skipPlainText(bytes, i) : -1;
    if (end < 0) return undefined;
    const key = String.fromCodePoint(...bytes.subarray(i + 1, end - 1));
    // Of two values of one name the last would count.
    if (keys.has(key)) return undefined;
    keys.add(key);
    i = skipBlanks(bytes, end);
    if (bytes[i] !== colon) return undefined;
    i = skipBlanks(bytes, i + 1);
    between.push(expectBytes(bytes.slice(from, i)));
    places.push(placeOf.get(key) ?? -1);
    from = skipValue(bytes, i);
    if (from < 0) return undefined;
    i = skipBlanks(bytes, from);
  } while (bytes[i] === comma);
  if (bytes[i] !== closeBrace) return undefined;
  between.push(expectBytes(bytes.slice(from, i + 1)));
  return { between, places };
}

/** The end of the value that begins at `at`; -1 when it is not complete or not plain. What is no list and no object is not looked into. */
export function skipValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === quote) return skipPlainText(bytes, at);
  if (first !== openBrace && first !== openBracket) return skipToken(bytes, at);
  let depth = 0;
  for (let i = at; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === quote) {
      i = skipPlainText(bytes, i) - 1;
      if (i < 0) return -1;
    } else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}

function skipToken(bytes: Uint8Array, at: number): number {
  let i = at;
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === comma || byte === closeBrace || byte === closeBracket || isBlank(byte)) return i;
  }
  return -1;
}

/** The end of a text of printable ASCII without escapes; -1 for any other. */
function skipPlainText(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === quote) return i + 1;
    if (byte === backslash || byte < 0x20 || byte > 0x7e) return -1;
  }
  return -1;
}

/** The first place from `at` on that is no blank. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  while (isBlank(bytes[i])) i += 1;
  return i;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
