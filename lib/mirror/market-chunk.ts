import type { FieldId } from '#lib/loan/fields.ts';

/** Values of one field for all rows of a chunk, packed. */
export type PackedColumn =
  /** NaN is unknown. */
  | { type: 'numbers'; values: Float64Array }
  /** `texts[codes[row] - 1]`; code 0 is unknown. */
  | { type: 'texts'; codes: Uint32Array; texts: string[] }
  /** 16 bytes a row; all zero is unknown. */
  | { type: 'guids'; bytes: Uint8Array };

/** Some listings of the market as columns: what is written and read in one piece. */
export interface MarketChunk {
  rows: number;
  columns: { [id in FieldId]?: PackedColumn };
}

/** Where listings stand, by one kind of id: `keys` sorted, `rows[i]` the row (over all chunks) of `keys[i]`. */
export interface MarketIndex {
  /** Low 32 bits of a number, or the first 32 of a GUID; equal keys need not be equal ids. */
  keys: Uint32Array;
  rows: Uint32Array;
}

/** What is known of the pulls of the market. */
export interface PullState {
  /** The pull that is read from. */
  current: { pull: string; listings: number; pulledAt: number } | null;
  /** The pull that is under way, or was when the background died. */
  running: { pull: string; startedAt: number; received: number; total: number | null } | null;
  /** The sentence for a person about what ended the last pull early; null when nothing did. */
  problem: string | null;
}

/** Rows in a chunk: large enough to pack well, small enough to read for a handful of rows. */
export const chunkRows = 1000;
