import { AppError } from '#lib/base/app-error.ts';
import type { ItemReader } from './item-reader.ts';

/** Takes the bytes of an answer of the API as they arrive and gives back whole items of its `Payload`. */
export interface ItemSplitter {
  /** Items that are complete by now; undefined when none is. Throws `nonsense` for what is no JSON. */
  push(bytes: Uint8Array): readonly unknown[] | undefined;
  /** The answer without its items, parsed. Throws `nonsense` when the answer was cut off or is no envelope. */
  finish(): Record<string, unknown>;
  /** `TotalCount` once it has been seen. */
  total(): number | null;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Splits at item borders by bytes, so that an answer of hundreds of megabytes is never held whole. In UTF-8
 * the bytes that matter (quotes, brackets, commas) never occur inside another character.
 *
 * Walking over every byte costs as much as parsing them. So the last border is guessed first: items of one list begin with
 * the same bytes. A guess is only used if what stands before it parses, and then it is right: a list that is cut
 * anywhere but between two of its items is no JSON. Where there is no such place the bytes are walked.
 * @param readItem takes the items that it can read itself; only others are parsed and given out
 */
export function createItemSplitter(readItem?: ItemReader): ItemSplitter {
  let phase: 'before' | 'items' | 'after' = 'before';
  /** The envelope's text outside the items, as far as it was passed. */
  let envelope = '';
  /** Bytes that are not given out yet: of the envelope, or of items from the last border on. */
  let kept = new Uint8Array(0);
  /** How many of them were walked over, and where that led: brackets that are open, and whether a text is. */
  let walked = 0;
  let depth = 0;
  let inString = false;
  /** How an item begins, from the byte after the border on; empty until the first was seen. */
  let beginning = new Uint8Array(0);
  const decoder = new TextDecoder();

  /** Where what is kept and what came are joined: always the same memory. */
  let scratch = new Uint8Array(0);
  const join = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    const size = kept.length + bytes.length;
    if (scratch.length < size) scratch = new Uint8Array(size * 2);
    scratch.set(kept);
    scratch.set(bytes, kept.length);
    return scratch.subarray(0, size);
  };

  const guess = (buffer: Uint8Array): readonly unknown[] | undefined => {
    if (phase !== 'items') return undefined;
    if (beginning.length === 0) beginning = findBeginning(buffer);
    const border = findLastBorder(buffer, beginning);
    if (border < 0) return undefined;
    try {
      const items = JSON.parse(`[${decoder.decode(buffer.subarray(0, border))}]`) as unknown[];
      keep(buffer, border + 1);
      return items;
    } catch {
      // Not between two items, or no JSON at all: walking over it tells which.
      return undefined;
    }
  };

  const keep = (buffer: Uint8Array, from: number): void => {
    kept = buffer.slice(from);
    walked = 0;
    depth = 2;
    inString = false;
  };

  /** Walks on and gives the last border between items, or the end of their list; -1 where there is none. */
  const walk = (buffer: Uint8Array): number => {
    let border = -1;
    let i = walked;
    while (i < buffer.length) {
      if (inString) {
        const end = findStringEnd(buffer, i);
        if (end < 0) break;
        inString = false;
        i = end + 1;
        continue;
      }
      const byte = buffer[i];
      if (byte === quote) inString = true;
      else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        if (depth === 2 && byte === openBracket && phase === 'before') {
          const head = decoder.decode(buffer.subarray(0, i + 1));
          if (/"Payload"\s*:\s*\[$/i.test(head)) {
            envelope = head;
            phase = 'items';
            // The items are looked at anew, from a buffer that begins with them.
            keep(buffer, i + 1);
            return -2;
          }
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (depth === 1 && phase === 'items') {
          phase = 'after';
          border = i;
        }
      } else if (byte === comma && depth === 2 && phase === 'items') border = i;
      i += 1;
    }
    walked = i;
    return border;
  };

  /** Reads items from the beginning on as long as they are written alike; gives the bytes from the first other one on. */
  const readRun = (buffer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    if (phase !== 'items' || readItem === undefined) return buffer;
    let from = 0;
    for (let end = readItem(buffer, 0); end >= 0; end = readItem(buffer, from)) {
      from = buffer[end] === comma ? end + 1 : end;
      if (from === end) break;
    }
    if (from === 0) return buffer;
    keep(buffer, from);
    return kept;
  };

  const split = (whole: Uint8Array<ArrayBuffer>): readonly unknown[] | undefined => {
    const buffer = readRun(whole);
    const guessed = guess(buffer);
    if (guessed !== undefined) {
      // What is left is less than an item and, at the end, the rest of the envelope.
      const rest = walkOn(kept);
      return rest === undefined ? guessed : [...guessed, ...rest];
    }
    return walkOn(buffer);
  };

  const walkOn = (buffer: Uint8Array<ArrayBuffer>): readonly unknown[] | undefined => {
    const border = walk(buffer);
    if (border === -2) return split(kept);
    if (border < 0) {
      // The scratch that it may lie in is written anew with the next bytes.
      kept = buffer.slice();
      return undefined;
    }
    const items = parseItems(decoder.decode(buffer.subarray(0, border)));
    // After a comma the next item begins; the bracket that closes the list belongs to the envelope.
    const from = phase === 'items' ? border + 1 : border;
    kept = buffer.slice(from);
    walked -= from;
    return items.length === 0 ? undefined : items;
  };

  return {
    push: (bytes) => split(join(bytes)),

    finish() {
      const text = phase === 'items' ? '' : envelope + decoder.decode(kept);
      if (depth !== 0 || inString || text.trim() === '') {
        throw new AppError('nonsense', 'Bondora’s answer broke off in the middle. Nothing was changed.');
      }
      return parseEnvelope(text);
    },

    total() {
      const match = /"TotalCount"\s*:\s*(\d+)/i.exec(envelope);
      return match ? Number(match[1]) : null;
    },
  };
}

const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** What stands between the list's bracket and the end of the first item's first name; empty when that is not there yet. */
function findBeginning(items: Uint8Array): Uint8Array<ArrayBuffer> {
  let at = 0;
  while (blanks.has(items[at])) at += 1;
  if (items[at] !== openBrace) return new Uint8Array(0);
  at += 1;
  while (blanks.has(items[at])) at += 1;
  const end = items[at] === quote ? findStringEnd(items, at + 1) : -1;
  return items.slice(0, end + 1);
}

/** The place of the last comma after which bytes stand that begin an item; -1 when there is none. */
function findLastBorder(buffer: Uint8Array, beginning: Uint8Array): number {
  const last = buffer.length - beginning.length - 1;
  if (beginning.length === 0 || last < 0) return -1;
  let at = buffer.lastIndexOf(comma, last);
  for (; at > 0; at = buffer.lastIndexOf(comma, at - 1)) {
    let same = 0;
    while (same < beginning.length && buffer[at + 1 + same] === beginning[same]) same += 1;
    if (same === beginning.length) return at;
  }
  return -1;
}

// A quote ends a string unless an odd number of backslashes stands before it.
function findStringEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function parseItems(text: string): unknown[] {
  try {
    return JSON.parse(`[${text}]`) as unknown[];
  } catch (cause) {
    throw new AppError('nonsense', notUnderstood, { cause });
  }
}

function parseEnvelope(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch (cause) {
    throw new AppError('nonsense', notUnderstood, { cause });
  }
  throw new AppError('nonsense', notUnderstood);
}

const notUnderstood = 'Bondora’s answer was not understood. Nothing was changed.';
