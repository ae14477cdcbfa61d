import type { FieldValue } from '#lib/loan/field.ts';
import { createGuidReader, isGuidColumn, listParts } from './guid-columns.ts';
import type { MirrorReader } from './mirror-disk.ts';
import { createPackedReader } from './read-packed.ts';
import { chunkRows, type PackedColumn, type TableHead, type TableName } from './table.ts';

/** Some columns of a table as it was at one moment. */
export interface LoadedTable {
  head: TableHead;
  /** The chunks of a kept column from `firstChunk` on; none when it was not asked for or is not there. */
  chunks(part: string): readonly PackedColumn[];
  /** A reader of a column that was asked for, by slot. */
  reader(column: string): (slot: number) => FieldValue;
}

/** Columns of the mirror, kept in memory as long as their table stays as it is. */
export interface MirrorCache {
  /**
   * Reads columns of a table, by their names or those of their halves (`listingId#head`); undefined when it was never written.
   * @param only the chunks to read when they are few: such are not kept in memory
   */
  load(
    table: TableName,
    columns: readonly string[],
    only?: readonly number[],
  ): Promise<LoadedTable | undefined>;
}

/** @param reader where the columns are */
export function createMirrorCache(reader: MirrorReader): MirrorCache {
  const kept = new Map<TableName, { revision: number; columns: Map<string, readonly PackedColumn[]> }>();

  const load: MirrorCache['load'] = async (table, columns, only) => {
    const parts = [...new Set(columns.flatMap(listParts))];
    if (only !== undefined) {
      const found = await reader.readTable(table, parts, only);
      return found && createTable(found.head, found.columns, only);
    }
    const known = kept.get(table)?.columns ?? new Map<string, readonly PackedColumn[]>();
    const missing = parts.filter((part) => !known.has(part));
    const found = await reader.readTable(table, missing);
    if (found === undefined) return undefined;
    const { head } = found;
    // Another may have set it meanwhile.
    const entry = kept.get(table);
    if (entry?.revision !== head.revision) {
      const fresh = missing.length === parts.length ? found : await reader.readTable(table, parts);
      if (fresh?.head.revision !== head.revision) return load(table, columns);
      const read = new Map(parts.map((part) => [part, fresh.columns.get(part) ?? []]));
      kept.set(table, { revision: head.revision, columns: read });
      return createTable(head, read);
    }
    for (const part of missing) entry.columns.set(part, found.columns.get(part) ?? []);
    if (!parts.every((part) => entry.columns.has(part))) return load(table, columns);
    return createTable(head, entry.columns);
  };
  return { load };
}

function createTable(
  head: TableHead,
  columns: ReadonlyMap<string, readonly PackedColumn[]>,
  only?: readonly number[],
): LoadedTable {
  const chunks = (part: string): readonly PackedColumn[] => columns.get(part) ?? [];
  const placeOf = (chunk: number): number =>
    only === undefined ? chunk - head.firstChunk : only.indexOf(chunk);
  return {
    head,
    chunks,
    reader(column) {
      const [first = [], second = []] = listParts(column).map(chunks);
      const readers = first.map((packed, n) => {
        const tail = second[n];
        if (!isGuidColumn(column)) return createPackedReader(packed);
        return tail === undefined ? () => null : createGuidReader(packed, tail);
      });
      return (slot) => readers[placeOf(Math.floor(slot / chunkRows))]?.(slot % chunkRows) ?? null;
    },
  };
}

/** Whether a slot holds a row. */
export function isLive({ slots, firstChunk, free }: TableHead, slot: number): boolean {
  if (slot >= slots || slot < firstChunk * chunkRows) return false;
  let low = 0;
  let high = free.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((free[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return free[low] !== slot;
}
