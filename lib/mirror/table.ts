import type { FieldValue } from '#lib/loan/field.ts';

/** The tables of the mirror. The ended ones and the events only grow at the end and are cut at the beginning. */
export const tableNames = [
  'listings',
  'ended-listings',
  'auctions',
  'ended-auctions',
  'investments',
  'bids',
  'own-listings',
  'events',
] as const;
export type TableName = (typeof tableNames)[number];

/** Rows of a chunk: what is written and read of a column in one piece. Slot `n` stands in chunk `n / chunkRows`. */
export const chunkRows = 4096;

/**
 * The values of one column for the rows of a chunk, in the smallest form that loses nothing. Each can be read in place by
 * its row (`createPackedReader`). A logical column of GUIDs consists of two packed ones, `X#head` and `X#tail`.
 */
export type PackedColumn =
  /** The same value in every row. */
  | { type: 'one'; rows: number; value: FieldValue }
  /** `words[codes[row]]`; unknown is the word `null`. */
  | { type: 'words'; codes: Uint8Array | Uint16Array; words: readonly FieldValue[] }
  /** `(base + ints[row]) / divisor`; `unknown` is the integer that stands for unknown, null where all are known. */
  | {
      type: 'scaled';
      ints: Uint8Array | Uint16Array | Uint32Array;
      base: number;
      divisor: number;
      unknown: number | null;
    }
  /** NaN is unknown. */
  | { type: 'numbers'; values: Float64Array }
  /** The first 32 bits of each GUID. All 128 bits zero is unknown: .NET's way to write "no GUID". */
  | { type: 'guid-heads'; values: Uint32Array }
  /** The other 96 bits, 12 bytes a row. */
  | { type: 'guid-tails'; bytes: Uint8Array };

/** The packed columns of some rows by name, all of the same length. */
export type PackedRows = ReadonlyMap<string, PackedColumn>;

/** What is known of a table without reading its columns: one small record. */
export interface TableHead {
  table: TableName;
  /** Slots given out so far: the next row that finds no free slot gets this one. */
  slots: number;
  /** The first chunk that is still kept: 0 but for tables that are cut at the beginning. */
  firstChunk: number;
  /** Slots below `slots` whose row left, ascending; what their columns hold means nothing. */
  free: Uint32Array;
  /** Epoch ms of the pull that the table is as of, or of the last append. */
  at: number;
  /** The operation of the API that it came from; null when Bondlens itself wrote it. */
  source: string | null;
  /** Whose rows: the account's id; null for what is the same for everybody. */
  owner: string | null;
  /** Grows with each commit that touched the table. */
  revision: number;
  /** The columns there are, with the bytes that each takes. */
  columns: Readonly<Record<string, number>>;
  /** Rows that the last pull brought, where it was not believed because they were so few; else null. */
  doubted: number | null;
}

/** Rows that live in a table. */
export function countRows(head: TableHead): number {
  return head.slots - head.firstChunk * chunkRows - head.free.length;
}
