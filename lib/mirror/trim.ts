import { listParts } from './guid-columns.ts';
import type { MirrorReader, TableChange } from './mirror-disk.ts';
import { countPacked, createPackedReader, measureAll } from './read-packed.ts';
import { chunkRows, type PackedColumn, type TableHead, type TableName } from './table.ts';

/** How much of the mirror is kept. */
export interface MirrorLimits {
  /** Bytes of all tables and details together. */
  bytes: number;
  /** Nothing of the history is kept that is older, in ms. */
  ageMs: number;
}

/** When each detail was read (epoch ms), and how large it is. */
export interface DetailSizes {
  at: ArrayLike<number>;
  bytes: ArrayLike<number>;
}

/** What is to go. */
export interface Trimming {
  /** Tables that are cut at the beginning. */
  tables: readonly TableChange[];
  /** How many of the oldest details go. */
  details: number;
}

/** The tables that hold history, those first that are missed least; with the column that tells a row's age. */
const histories = [
  { table: 'events', time: 'at' },
  { table: 'ended-listings', time: 'lastSeenAt' },
  { table: 'ended-auctions', time: 'lastSeenAt' },
] as const satisfies readonly { table: TableName; time: string }[];

/**
 * What must go so that the mirror stays within its limits: what is too old, then, while it is too large, the oldest
 * details, then the oldest events, then the oldest of what ended. The tables of what there is now are never cut.
 */
export async function findTrimming(
  reader: MirrorReader,
  details: DetailSizes,
  limits: MirrorLimits,
  now: number,
): Promise<Trimming> {
  const heads = await reader.readHeads();
  const oldest = now - limits.ageMs;
  let bytes = [...heads.values()].reduce((sum, head) => sum + measureTable(head), 0);
  const byAge = Array.from(details.at, (at, place) => ({ at, bytes: details.bytes[place] ?? 0 })).toSorted(
    (one, other) => one.at - other.at,
  );
  bytes += byAge.reduce((sum, detail) => sum + detail.bytes, 0);

  let dropped = 0;
  for (const detail of byAge) {
    if (detail.at >= oldest && bytes <= limits.bytes) break;
    bytes -= detail.bytes;
    dropped += 1;
  }

  const tables: TableChange[] = [];
  for (const { table, time } of histories) {
    const head = heads.get(table);
    if (head === undefined) continue;
    const chunks = await measureChunks(reader, head, time);
    let cut = 0;
    for (const chunk of chunks) {
      if (chunk.newest >= oldest && bytes <= limits.bytes) break;
      cut += 1;
      bytes -= chunk.bytes;
    }
    if (cut > 0) tables.push(cutTable(head, chunks.slice(cut), cut));
  }
  return { tables, details: dropped };
}

/** What a table's columns take. */
export function measureTable({ columns }: TableHead): number {
  return Object.values(columns).reduce((sum, bytes) => sum + bytes, 0);
}

interface ChunkSize {
  bytes: number;
  /** The latest time in it. */
  newest: number;
  byColumn: ReadonlyMap<string, number>;
}

async function measureChunks(reader: MirrorReader, head: TableHead, time: string): Promise<ChunkSize[]> {
  const sizes: ChunkSize[] = [];
  for (let chunk = head.firstChunk; chunk * chunkRows < head.slots; chunk += 1) {
    const names = Object.keys(head.columns);
    const columns = await reader.readColumns(head.table, names.flatMap(listParts), [chunk]);
    const byColumn = new Map(
      names.map((name) => [name, measureAll(listParts(name).flatMap((part) => columns.get(part) ?? []))]),
    );
    const bytes = [...byColumn.values()].reduce((sum, size) => sum + size, 0);
    sizes.push({ bytes, newest: findNewest(columns.get(time)?.[0]), byColumn });
  }
  return sizes;
}

function findNewest(column: PackedColumn | undefined): number {
  let newest = Number.NEGATIVE_INFINITY;
  if (column === undefined) return newest;
  const read = createPackedReader(column);
  for (let row = 0; row < countPacked(column); row += 1) {
    newest = Math.max(newest, Number(read(row) ?? Number.NEGATIVE_INFINITY));
  }
  return newest;
}

function cutTable(head: TableHead, left: readonly ChunkSize[], cut: number): TableChange {
  const firstChunk = head.firstChunk + cut;
  const columns = Object.fromEntries(
    Object.keys(head.columns).map((name) => [
      name,
      left.reduce((sum, { byColumn }) => sum + (byColumn.get(name) ?? 0), 0),
    ]),
  );
  return {
    head: {
      ...head,
      firstChunk,
      // Where the last chunk goes too, the next row begins a new one: places are never given twice.
      slots: Math.max(head.slots, firstChunk * chunkRows),
      revision: head.revision + 1,
      columns,
    },
    reset: false,
    columns: new Map(),
    dropBefore: firstChunk,
  };
}
