import { AppError } from '#lib/base/app-error.ts';

/** Takes the bytes of an answer of the API as they arrive and gives back whole items of its `Payload`. */
export interface ItemSplitter {
  /** Items that are complete by now, as the text of a JSON array; undefined when none is. */
  push(bytes: Uint8Array): string | undefined;
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
 */
export function createItemSplitter(): ItemSplitter {
  let phase: 'before' | 'items' | 'after' = 'before';
  /** The envelope's text outside the items, as far as it was passed. */
  let envelope = '';
  /** Bytes that are not given out yet: of the envelope, or of items from the last border on. */
  let kept = new Uint8Array(0);
  let depth = 0;
  let inString = false;
  const decoder = new TextDecoder();

  return {
    push(bytes) {
      const buffer = join(kept, bytes);
      let i = kept.length;
      let from = 0;
      let border = -1;
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
              from = i + 1;
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
      if (border < 0) {
        kept = buffer.slice(from);
        return undefined;
      }
      const items = decoder.decode(buffer.subarray(from, border));
      // After a comma the next item begins; the bracket that closes the list belongs to the envelope.
      kept = buffer.slice(phase === 'items' ? border + 1 : border);
      return items.trim() === '' ? undefined : `[${items}]`;
    },

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

// A quote ends a string unless an odd number of backslashes stands before it.
function findStringEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
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

function join(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
