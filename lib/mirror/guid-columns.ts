import { createPackedReader, writeHex } from './read-packed.ts';
import type { PackedColumn } from './table.ts';

/** The columns that hold GUIDs; each is kept as two, so that a scan for some ids reads four bytes a row. */
const guidColumns: ReadonlySet<string> = new Set([
  'listingId',
  'loanPartId',
  'auctionId',
  'loanId',
  'bidId',
  'boughtFromId',
  'rowId',
]);

export function isGuidColumn(name: string): boolean {
  return guidColumns.has(name);
}

/** The names under which a column is kept: one, or head and tail of a GUID's. */
export function listParts(name: string): readonly string[] {
  return isGuidColumn(name) ? [`${name}#head`, `${name}#tail`] : [name];
}

/** The first 32 bits of a GUID; undefined for a text that is none. */
export function readGuidHead(guid: string): number | undefined {
  const head = Number.parseInt(guid.slice(0, 8), 16);
  return guid.length === 36 && head >= 0 ? head : undefined;
}

/** Whether the 36 bytes from `at` on are a GUID in ASCII. */
export function isGuidAt(bytes: Uint8Array, at: number): boolean {
  for (let n = 0; n < 36; n += 1) {
    const byte = bytes[at + n] ?? 0;
    const isHyphen = n === 8 || n === 13 || n === 18 || n === 23;
    if (isHyphen ? byte !== hyphen : digits[byte] === notHex) return false;
  }
  return true;
}

/** Writes a GUID, given as ASCII from `at` on, to row `row`. */
export function writeGuidAt(
  bytes: Uint8Array,
  at: number,
  { heads, tails }: { heads: Uint32Array; tails: Uint8Array },
  row: number,
): void {
  let head = 0;
  for (let n = 0; n < 8; n += 1) head = (head << 4) | (digits[bytes[at + n] ?? 0] ?? 0);
  heads[row] = head;
  let to = row * 12;
  for (let n = 9; n < 36; n += 2) {
    if (bytes[at + n] === hyphen) n += 1;
    tails[to] = (digits[bytes[at + n] ?? 0] ?? 0) * 16 + (digits[bytes[at + n + 1] ?? 0] ?? 0);
    to += 1;
  }
}

/** Writes the last 96 bits of a GUID to row `row` of `bytes`; tells whether the text is a GUID there. */
export function writeGuidTail(guid: string, bytes: Uint8Array, row: number): boolean {
  let to = row * 12;
  for (let at = 9; at < 36; at += 2) {
    if (guid.codePointAt(at) === hyphen) at += 1;
    const high = digits[guid.charCodeAt(at)] ?? notHex;
    const low = digits[guid.charCodeAt(at + 1)] ?? notHex;
    if (high + low >= notHex) return false;
    bytes[to] = high * 16 + low;
    to += 1;
  }
  return to === row * 12 + 12;
}

/** A reader of GUIDs over the head and tail columns of some rows; null is unknown. */
export function createGuidReader(head: PackedColumn, tail: PackedColumn): (row: number) => string | null {
  if (head.type !== 'guid-heads' || tail.type !== 'guid-tails') {
    // A column that came later than its rows: nothing but unknown.
    return () => null;
  }
  const readHead = createPackedReader(head);
  const { bytes } = tail;
  return (row) => joinGuid(Number(readHead(row)), writeHex(bytes, row * 12, 12));
}

const nothing = '0'.repeat(24);

/** The GUID of a head and the digits of a tail; null where all its bits are zero. */
export function joinGuid(head: number, tail: string): string | null {
  if (head === 0 && tail === nothing) return null;
  const start = head.toString(16).padStart(8, '0');
  return `${start}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8, 12)}-${tail.slice(12)}`;
}

const hyphen = 0x2d;
const notHex = 64;
const digits = new Uint8Array(128).fill(notHex);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}
