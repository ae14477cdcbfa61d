import type { MirrorReader, MirrorWriter, StagedPage, VanishedRow } from '#lib/mirror/mirror-disk.ts';
import type { PackedColumn, TableHead, TableName } from '#lib/mirror/table.ts';

/** A mirror without a disk, which counts what is written. */
export interface MemoryMirror extends MirrorReader, MirrorWriter {
  /** Column chunks that were written. */
  chunksWritten: number;
}

export function createMemoryMirror(): MemoryMirror {
  const heads = new Map<TableName, TableHead>();
  const tables = new Map<TableName, Map<string, PackedColumn[]>>();
  const vanished = new Map<string, VanishedRow>();
  let staged: StagedPage[] = [];

  const columnsOf = (table: TableName): Map<string, PackedColumn[]> => {
    const known = tables.get(table) ?? new Map<string, PackedColumn[]>();
    tables.set(table, known);
    return known;
  };
  const read = (table: TableName, names: readonly string[], only?: readonly number[]) => {
    const first = heads.get(table)?.firstChunk ?? 0;
    return new Map(
      names
        .map((name): [string, PackedColumn[]] => {
          const chunks = columnsOf(table).get(name) ?? [];
          const found = only === undefined ? chunks.slice(first) : only.map((chunk) => chunks[chunk]);
          return [name, found.filter((chunk) => chunk !== undefined)];
        })
        .filter(([, chunks]) => chunks.length > 0),
    );
  };
  const mirror: MemoryMirror = {
    chunksWritten: 0,
    readHeads: async () => new Map(heads),
    readColumns: async (table, names, only) => read(table, names, only),
    readTable: async (table, names, only) => {
      const head = heads.get(table);
      return head && { head, columns: read(table, names, only) };
    },
    readVanished: async (table) => [...vanished.values()].filter((row) => row.table === table),
    async commit({ tables: changes, vanished: { put = [], remove = [] } = {}, unstage = [] }) {
      for (const { head, reset, columns, dropBefore } of structuredClone(changes)) {
        if (reset) tables.delete(head.table);
        for (const [name, chunks] of columns) {
          const known = columnsOf(head.table).get(name) ?? [];
          columnsOf(head.table).set(name, known);
          for (const [chunk, packed] of chunks) {
            known[chunk] = packed;
            mirror.chunksWritten += 1;
          }
        }
        for (const known of columnsOf(head.table).values()) {
          known.fill(undefined as never, 0, dropBefore);
        }
        heads.set(head.table, head);
      }
      for (const { table, id } of remove) vanished.delete(`${table} ${id}`);
      for (const row of put) vanished.set(`${row.table} ${row.id}`, row);
      staged = staged.filter(({ table }) => !unstage.includes(table));
    },
    async stage(page) {
      staged.push(structuredClone(page));
    },
    readStaged: async (table) => staged.filter((page) => page.table === table),
    async unstage(table) {
      staged = staged.filter((page) => page.table !== table);
    },
  };
  return mirror;
}
