import type { FieldValue } from '#lib/loan/field.ts';
import type { PackedColumn } from './table.ts';

/** Rows of a packed column. */
export function countPacked(column: PackedColumn): number {
  switch (column.type) {
    case 'one':
      return column.rows;
    case 'words':
      return column.codes.length;
    case 'scaled':
      return column.ints.length;
    case 'numbers':
    case 'guid-heads':
      return column.values.length;
    case 'guid-tails':
      return column.bytes.length / 12;
  }
}

/**
 * The reader of a packed column by row. Of the two halves of a GUID it gives the number that the first 32 bits are, and the
 * hexadecimal digits of the rest; `guid-columns` joins them.
 */
export function createPackedReader(column: PackedColumn): (row: number) => FieldValue {
  switch (column.type) {
    case 'one': {
      const { value } = column;
      return () => value;
    }
    case 'words': {
      const { codes, words } = column;
      return (row) => words[codes[row] ?? -1] ?? null;
    }
    case 'scaled': {
      const { ints, base, divisor, unknown } = column;
      return (row) => {
        const int = ints[row] ?? unknown;
        return int === unknown || int === null ? null : (base + int) / divisor;
      };
    }
    case 'numbers': {
      const { values } = column;
      return (row) => {
        const value = values[row] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      };
    }
    case 'guid-heads': {
      const { values } = column;
      return (row) => values[row] ?? null;
    }
    case 'guid-tails': {
      const { bytes } = column;
      return (row) => writeHex(bytes, row * 12, 12);
    }
  }
}

/** What a packed column takes, in bytes: exact for numbers, close for words. */
function measurePacked(column: PackedColumn): number {
  switch (column.type) {
    case 'one':
      return 16 + measureValue(column.value);
    case 'words':
      return (
        column.codes.byteLength + column.words.reduce<number>((sum, word) => sum + measureValue(word), 0)
      );
    case 'scaled':
      return column.ints.byteLength + 16;
    case 'numbers':
    case 'guid-heads':
      return column.values.byteLength;
    case 'guid-tails':
      return column.bytes.byteLength;
  }
}

/** What some packed columns take. */
export function measureAll(columns: Iterable<PackedColumn>): number {
  let bytes = 0;
  for (const column of columns) bytes += measurePacked(column);
  return bytes;
}

// A byte a character for most texts, eight for a double, and what tells them apart.
function measureValue(value: FieldValue): number {
  if (typeof value === 'string') return value.length + 5;
  if (typeof value === 'object' && value !== null)
    return value.reduce((sum, word) => sum + word.length + 5, 8);
  return typeof value === 'number' ? 9 : 1;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as hexadecimal digits. */
export function writeHex(bytes: Uint8Array, from: number, count: number): string {
  let text = '';
  for (let at = from; at < from + count; at += 1) text += hex[bytes[at] ?? 0] ?? '';
  return text;
}
