import type { FieldValue } from '#lib/loan/field.ts';
import type { PackedColumn, PackedRows, TableHead, TableName } from './table.ts';

/** A row that is gone from its table, until it is known what became of it. */
export interface VanishedRow {
  table: TableName;
  /** The row's id as in events. */
  id: string;
  /** Epoch ms of the last pull that had it, and of the pull that did not. */
  lastSeenAt: number;
  goneAt: number;
  /** When it was last looked up without a clear answer; null never. */
  askedAt: number | null;
  /** The row as it last was, own columns included. */
  values: Readonly<Record<string, FieldValue>>;
}

/** A page of a pull that is not at its end, kept so that the pull can go on at the next page. */
export interface StagedPage {
  table: TableName;
  page: number;
  /** Epoch ms. */
  at: number;
  owner: string | null;
  received: number;
  /** Arrivals in chunks, in their order. */
  chunks: readonly PackedRows[];
  withoutId: number;
  problems: Readonly<Record<string, number>>;
}

/** The full detail of one loan part, as `bondora` decodes it. */
export interface StoredDetail {
  loanPartId: string;
  /** Epoch ms. */
  at: number;
  loanPart: unknown;
}

/** What one commit does to a table. */
export interface TableChange {
  head: TableHead;
  /** Forgets all that the table had before. */
  reset: boolean;
  /** Chunks to write, by column and chunk number. */
  columns: ReadonlyMap<string, ReadonlyMap<number, PackedColumn>>;
  /** Chunks below this are dropped. */
  dropBefore: number;
}

/** What is written together or not at all. */
export interface MirrorChanges {
  tables: readonly TableChange[];
  vanished?: { put: readonly VanishedRow[]; remove: readonly { table: TableName; id: string }[] };
  /** Tables whose staged pages are done with. */
  unstage?: readonly TableName[];
}

/** Where the mirror is read from. Everything of one call is read in one transaction. */
export interface MirrorReader {
  readHeads(): Promise<ReadonlyMap<TableName, TableHead>>;
  /**
   * The named columns of a table, each with all its chunks from `firstChunk` on; a column that the table does not have
   * is left out. With `only`, the chunks of these numbers instead, in their order.
   */
  readColumns(
    table: TableName,
    columns: readonly string[],
    only?: readonly number[],
  ): Promise<ReadonlyMap<string, readonly PackedColumn[]>>;
  /** The same together with the head that they belong to; undefined when the table was never written. */
  readTable(
    table: TableName,
    columns: readonly string[],
    only?: readonly number[],
  ): Promise<{ head: TableHead; columns: ReadonlyMap<string, readonly PackedColumn[]> } | undefined>;
  readVanished(table: TableName): Promise<readonly VanishedRow[]>;
}

/** Where the mirror is written. Throws `disk-full` and `storage`; then nothing was changed. */
export interface MirrorWriter {
  commit(changes: MirrorChanges): Promise<void>;
  stage(page: StagedPage): Promise<void>;
  readStaged(table: TableName): Promise<readonly StagedPage[]>;
  unstage(table: TableName): Promise<void>;
}
