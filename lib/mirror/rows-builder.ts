import type { FieldValue } from '#lib/loan/field.ts';
import { isGuidColumn, listParts, readGuidHead, writeGuidAt, writeGuidTail } from './guid-columns.ts';
import { packGuids } from './guid-rows.ts';
import { packNumbers, packWords } from './pack-values.ts';
import { chunkRows, type PackedColumn, type PackedRows } from './table.ts';

/** Collects values row by row, at most a chunk of them, and packs them. */
export interface RowsBuilder {
  /** Rows that are complete. */
  readonly rows: number;
  /** Sets a value of the row under way, by the column's place among the names; what is not set is unknown. */
  set(column: number, value: FieldValue): void;
  /** The same for a column of GUIDs: one in ASCII, from `at` on, which `isGuidAt` found there. */
  setGuid(column: number, bytes: Uint8Array, at: number): void;
  /** Completes the row under way. */
  next(): void;
  /** What was collected, packed; the builder is empty then. */
  take(): PackedRows;
}

/** @param names of the columns, those of GUIDs by their one name */
export function createRowsBuilder(names: readonly string[]): RowsBuilder {
  const columns = names.map((name) => (isGuidColumn(name) ? collectGuids(name) : collectValues(name)));
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    set: (column, value) => columns[column]?.set(rows, value),
    setGuid: (column, bytes, at) => columns[column]?.setGuid?.(rows, bytes, at),
    next() {
      rows += 1;
    },
    take() {
      const packed = columns.flatMap((column) => column.take(rows));
      rows = 0;
      return new Map(packed);
    },
  };
}

interface Collector {
  set(row: number, value: FieldValue): void;
  setGuid?(row: number, bytes: Uint8Array, at: number): void;
  take(rows: number): [string, PackedColumn][];
}

function collectValues(name: string): Collector {
  const numbers = new Float64Array(chunkRows).fill(Number.NaN);
  // Most columns hold nothing but numbers: the list of other values is made when the first comes.
  let others: FieldValue[] | undefined;
  let hasNumbers = false;
  return {
    set(row, value) {
      if (typeof value === 'number') {
        numbers[row] = value;
        hasNumbers = true;
      } else if (value !== null) {
        others ??= Array.from<FieldValue>({ length: chunkRows }).fill(null);
        others[row] = value;
      }
    },
    take(rows) {
      const packed = pack(rows);
      if (hasNumbers) numbers.fill(Number.NaN);
      others = undefined;
      hasNumbers = false;
      return [[name, packed]];
    },
  };

  function pack(rows: number): PackedColumn {
    const values = numbers.subarray(0, rows);
    if (others === undefined) return packNumbers(values);
    const kept = others.slice(0, rows);
    return packWords(
      hasNumbers ? kept.map((value, row) => value ?? orNull(values[row] ?? Number.NaN)) : kept,
    );
  }
}

function collectGuids(name: string): Collector {
  let heads = new Uint32Array(chunkRows);
  let tails = new Uint8Array(chunkRows * 12);
  return {
    set(row, value) {
      if (typeof value !== 'string') return;
      const head = readGuidHead(value);
      if (head !== undefined && writeGuidTail(value, tails, row)) heads[row] = head;
      else tails.fill(0, row * 12, row * 12 + 12);
    },
    setGuid: (row, bytes, at) => writeGuidAt(bytes, at, { heads, tails }, row),
    take(rows) {
      const { head, tail } = packGuids({ heads: heads.slice(0, rows), tails: tails.slice(0, rows * 12) });
      heads = new Uint32Array(chunkRows);
      tails = new Uint8Array(chunkRows * 12);
      const [headName = '', tailName = ''] = listParts(name);
      return [
        [headName, head],
        [tailName, tail],
      ];
    },
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
