import { listParts } from '#lib/mirror/guid-columns.ts';
import type { MirrorChanges, MirrorReader, MirrorWriter, StagedPage } from '#lib/mirror/mirror-disk.ts';
import type { PackedColumn, TableHead, TableName } from '#lib/mirror/table.ts';
import type { Database } from './database.ts';
import { abortQuietly } from './details-repository.ts';
import { writeWithRoom, type MakeRoom } from './make-room.ts';

/** The mirror's tables on disk. The background is its only user. */
export interface MirrorRepository extends MirrorReader, MirrorWriter {}

/**
 * @param open gives the database
 * @param makeRoom called once when the disk is full
 */
export function createMirrorRepository(open: () => Promise<Database>, makeRoom: MakeRoom): MirrorRepository {
  const writing = <T>(work: () => Promise<T>): Promise<T> => writeWithRoom(work, makeRoom);
  const readHeads = async (): Promise<ReadonlyMap<TableName, TableHead>> => {
    const heads = await (await open()).getAll('mirror-heads');
    return new Map(heads.map((head) => [head.table, head]));
  };
  return {
    readHeads,

    readColumns: async (table, columns, only) => {
      const { store } = (await open()).transaction('mirror-columns');
      return readChunks(store, table, columns, only);
    },

    async readTable(table, columns, only) {
      const transaction = (await open()).transaction(['mirror-heads', 'mirror-columns']);
      const [head, found] = await Promise.all([
        transaction.objectStore('mirror-heads').get(table),
        readChunks(transaction.objectStore('mirror-columns'), table, columns, only),
      ]);
      return head && { head, columns: found };
    },

    readVanished: async (table) =>
      (await open()).getAll('mirror-vanished', IDBKeyRange.bound([table], [table, []])),

    commit: (changes) => writing(async () => commit(await open(), changes)),

    stage: (page) =>
      writing(async () => {
        await (await open()).put('pull-pages', page);
      }),

    readStaged: async (table) => {
      const pages: StagedPage[] = await (await open()).getAll('pull-pages', everyPage(table));
      return pages;
    },

    unstage: (table) =>
      writing(async () => {
        await (await open()).delete('pull-pages', everyPage(table));
      }),
  };
}

interface ColumnsStore {
  get(key: [string, string, number]): Promise<PackedColumn | undefined>;
  getAll(range: IDBKeyRange): Promise<PackedColumn[]>;
}

async function readChunks(
  store: ColumnsStore,
  table: TableName,
  columns: readonly string[],
  only: readonly number[] | undefined,
): Promise<ReadonlyMap<string, readonly PackedColumn[]>> {
  const found = await Promise.all(
    columns.map(async (column): Promise<[string, PackedColumn[]]> => {
      if (only === undefined) return [column, await store.getAll(everyChunk(table, column))];
      const chunks = await Promise.all(only.map((chunk) => store.get([table, column, chunk])));
      return [column, chunks.filter((chunk) => chunk !== undefined)];
    }),
  );
  return new Map(found.filter(([, chunks]) => chunks.length > 0));
}

async function commit(database: Database, { tables, vanished, unstage = [] }: MirrorChanges): Promise<void> {
  const transaction = database.transaction(
    ['mirror-columns', 'mirror-heads', 'mirror-vanished', 'pull-pages'],
    'readwrite',
  );
  // What fails here fails the transaction too, and that is awaited below.
  transaction.done.catch(() => undefined);
  const columns = transaction.objectStore('mirror-columns');
  const work: Promise<unknown>[] = [];
  try {
    for (const { head, reset, columns: changed, dropBefore } of tables) {
      if (reset) work.push(columns.delete(IDBKeyRange.bound([head.table], [head.table, []])));
      if (dropBefore > 0) {
        for (const column of Object.keys(head.columns).flatMap(listParts)) {
          work.push(
            columns.delete(
              IDBKeyRange.bound([head.table, column, 0], [head.table, column, dropBefore], false, true),
            ),
          );
        }
      }
      for (const [column, chunks] of changed) {
        for (const [chunk, packed] of chunks) work.push(columns.put(packed, [head.table, column, chunk]));
      }
      work.push(transaction.objectStore('mirror-heads').put(head, head.table));
    }
    const gone = transaction.objectStore('mirror-vanished');
    for (const { table, id } of vanished?.remove ?? []) work.push(gone.delete([table, id]));
    for (const row of vanished?.put ?? []) work.push(gone.put(row));
    for (const table of unstage) work.push(transaction.objectStore('pull-pages').delete(everyPage(table)));
    await Promise.all(work);
  } catch (error) {
    await Promise.allSettled(work);
    abortQuietly(transaction);
    throw error;
  }
  await transaction.done;
}

const everyChunk = (table: string, column: string): IDBKeyRange =>
  IDBKeyRange.bound([table, column], [table, column, []]);

const everyPage = (table: string): IDBKeyRange => IDBKeyRange.bound([table], [table, []]);
