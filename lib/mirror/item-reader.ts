import { isExpected, learnTemplate, skipBlanks, skipValue, type ItemTemplate } from './item-template.ts';
import { readNumber, type NumberAt } from './read-number.ts';

/** Takes the values of an item one by one; a value that is null or missing is not told. */
export interface ItemTaker {
  /** An item begins; what was told of one that did not end is void. */
  begin(): void;
  number(place: number, value: number): void;
  truth(place: number, value: boolean): void;
  /** A text of printable ASCII: the bytes `from` up to `to`, and a hash of them. */
  text(place: number, bytes: Uint8Array, from: number, to: number, hash: number): void;
  end(): void;
}

/**
 * Reads one item of a list out of the bytes of the answer, from `at` (blanks before it included): its values go to the
 * taker. Gives the place of the comma or bracket behind it, or -1 for an item that is not complete or is written in another way
 * than the others; then nothing of it counts, and `JSON.parse` has to read it.
 */
export type ItemReader = (bytes: Uint8Array, at: number) => number;

/**
 * An answer of 100,000 items is hundreds of megabytes, of which nearly two thirds are keys. Made into text and objects, all
 * of it has to be allocated and cleared away again. Here keys are only compared with those of the items before, and values go from
 * bytes to columns.
 * @param placeOf the places of the fields that are wanted, by the API's key
 */
export function createItemReader(placeOf: ReadonlyMap<string, number>, taker: ItemTaker): ItemReader {
  let template: ItemTemplate | undefined;
  let misses = 0;
  const number: NumberAt = { value: 0, end: 0 };
  let view: DataView = new DataView(new ArrayBuffer(0));

  /** Reads the value at `at` to its end; -1 when it is not plain. */
  const readValue = (bytes: Uint8Array, at: number, place: number): number => {
    const first = bytes[at] ?? 0;
    if (first === quote) {
      let hash = 0;
      let to = at + 1;
      let byte = bytes[to] ?? 0;
      while (byte !== quote) {
        // Escapes, control characters, letters beyond ASCII, and the end of the bytes.
        if (byte === backslash || byte < 0x20 || byte > 0x7e) return -1;
        hash = (Math.imul(hash, 31) + byte) | 0;
        to += 1;
        byte = bytes[to] ?? 0;
      }
      if (place >= 0) taker.text(place, bytes, at + 1, to, hash);
      return to + 1;
    }
    if (first === minus || (first >= zero && first <= nine)) {
      readNumber(bytes, at, number);
      if (place >= 0 && number.end >= 0) taker.number(place, number.value);
      return number.end;
    }
    if (isAt(bytes, at, nullWord)) return at + nullWord.length;
    if (isAt(bytes, at, trueWord) || isAt(bytes, at, falseWord)) {
      if (place >= 0) taker.truth(place, first === trueWord[0]);
      return at + (first === trueWord[0] ? trueWord : falseWord).length;
    }
    // Lists and objects within an item: only those that nobody wants.
    const isNested = first === openBracket || first === openBrace;
    return isNested && place < 0 ? skipNested(bytes, at) : -1;
  };

  const readBy = ({ between, places }: ItemTemplate, bytes: Uint8Array, at: number): number => {
    let i = at;
    taker.begin();
    const count = places.length;
    if (
      view.buffer !== bytes.buffer ||
      view.byteOffset !== bytes.byteOffset ||
      view.byteLength !== bytes.length
    ) {
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    for (let value = 0; value <= count; value += 1) {
      const expected = between[value];
      if (expected === undefined || !isExpected(view, i, expected)) return -1;
      i += expected.bytes.length;
      if (value === count) break;
      i = readValue(bytes, i, places[value] ?? -1);
      if (i < 0) return -1;
    }
    i = skipBlanks(bytes, i);
    if (bytes[i] !== comma && bytes[i] !== closeBracket) return -1;
    taker.end();
    return i;
  };

  return (bytes, at) => {
    template ??= learnTemplate(bytes, at, placeOf);
    const end = template === undefined ? -1 : readBy(template, bytes, at);
    misses = end < 0 ? misses + 1 : 0;
    // The last item of a piece is usually not complete. That none at all fits any more means another way of writing.
    if (misses >= 3) template = undefined;
    return end;
  };
}

/** The end of a list or object if it is valid JSON; -1 otherwise. */
function skipNested(bytes: Uint8Array, at: number): number {
  const end = skipValue(bytes, at);
  if (end < 0) return -1;
  try {
    JSON.parse(decoder.decode(bytes.subarray(at, end)));
    return end;
  } catch {
    return -1;
  }
}

function isAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let n = 0; n < word.length; n += 1) if (bytes[at + n] !== word[n]) return false;
  return true;
}

const decoder = new TextDecoder();
const toBytes = (word: string): Uint8Array => Uint8Array.from(word, (letter) => letter.codePointAt(0) ?? 0);
const nullWord = toBytes('null');
const trueWord = toBytes('true');
const falseWord = toBytes('false');
const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
