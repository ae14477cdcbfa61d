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

/**
 * Writes the numbers of a packed column from `at` on, NaN for unknown; tells whether it holds nothing but numbers. A loop for
 * each form: whole markets are read so.
 */
export function copyNumbers(column: PackedColumn, into: Float64Array, at: number): boolean {
  switch (column.type) {
    case 'one': {
      const { rows, value } = column;
      if (value !== null && typeof value !== 'number') return false;
      into.fill(value ?? Number.NaN, at, at + rows);
      return true;
    }
    case 'words': {
      const { codes, words } = column;
      if (!words.every((word) => word === null || typeof word === 'number')) return false;
      const numbers = Float64Array.from(words, (word) => (typeof word === 'number' ? word : Number.NaN));
      for (let row = 0; row < codes.length; row += 1) into[at + row] = numbers[codes[row] ?? 0] ?? Number.NaN;
      return true;
    }
    case 'scaled': {
      const { ints, base, divisor, unknown } = column;
      for (let row = 0; row < ints.length; row += 1) {
        const int = ints[row] ?? 0;
        into[at + row] = int === unknown ? Number.NaN : (base + int) / divisor;
      }
      return true;
    }
    case 'numbers':
      into.set(column.values, at);
      return true;
    case 'guid-heads':
    case 'guid-tails':
      return false;
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
