import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { AppError } from '#lib/base/app-error.ts';
import type { StagedPage, StoredDetail, VanishedRow } from '#lib/mirror/mirror-disk.ts';
import type { PackedColumn, TableHead } from '#lib/mirror/table.ts';
import type { DetailIndex } from './details-repository.ts';
import { addNotesStores, type NotesStores } from './notes-schema.ts';

/** What the extension keeps in IndexedDB, which neither pages nor content scripts can reach. */
export interface BondlensSchema extends DBSchema, NotesStores {
  /** The mirror's columns in chunks. */
  'mirror-columns': { key: [table: string, column: string, chunk: number]; value: PackedColumn };
  /** What is known of each table of the mirror, by its name. */
  'mirror-heads': { key: string; value: TableHead };
  /** Rows that are gone from their tables, until it is known what became of them. */
  'mirror-vanished': { key: [table: string, id: string]; value: VanishedRow };
  /** Pages of pulls that are not at their end. */
  'pull-pages': { key: [table: string, page: number]; value: StagedPage };
  /** Full details of loan parts, by the part's id. */
  details: { key: string; value: StoredDetail };
  /** Which details there are, from when, and how large: one record. */
  'detail-index': { key: string; value: DetailIndex };
  /** Single records that are not the user's: states of pulls, quotas, the last balance. */
  states: { key: string; value: unknown };
  /** Application secret and tokens. */
  secrets: { key: string; value: unknown };
}

export type Database = IDBPDatabase<BondlensSchema>;

/** The transaction that an upgrade is. */
export type Upgrading = IDBPTransaction<
  BondlensSchema,
  ArrayLike<StoreNames<BondlensSchema>>,
  'versionchange'
>;

/** The upgrade steps: step `n` brings a database of version `n` to version `n + 1`. */
const steps: readonly ((database: Database, transaction: Upgrading) => void)[] = [
  (database) => {
    database.createObjectStore('notes', { keyPath: ['account', 'loan'] });
    database.createObjectStore('states');
    database.createObjectStore('secrets');
  },
  // The market can be had again, so what was mirrored in the first layout is not converted.
  (database) => {
    const { objectStoreNames } = database as unknown as IDBDatabase;
    for (const name of ['market-chunks', 'market-indexes']) {
      if (objectStoreNames.contains(name)) (database as unknown as IDBDatabase).deleteObjectStore(name);
    }
    database.createObjectStore('mirror-columns');
    database.createObjectStore('mirror-heads');
    database.createObjectStore('mirror-vanished', { keyPath: ['table', 'id'] });
    database.createObjectStore('pull-pages', { keyPath: ['table', 'page'] });
    database.createObjectStore('details', { keyPath: 'loanPartId' });
    database.createObjectStore('detail-index');
  },
  addNotesStores,
  // From here on notes may hold their last versions themselves (`KeptNote`). Nothing is converted; but an older Bondlens,
  // which would drop them, cannot open the database any more.
  () => undefined,
];

/**
 * Opens the database, upgrading it step by step. Another context that needs a newer version gets it:
 * this connection closes then, and the next call opens a new one.
 * @param name only tests give another than the extension's own
 */
export function createDatabase(name = 'bondlens'): () => Promise<Database> {
  let opened: Promise<Database> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  return () => {
    opened ??= openDB<BondlensSchema>(name, steps.length, {
      upgrade: (database, from, _to, transaction) => {
        for (const step of steps.slice(from)) step(database, transaction);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw toStorageError(cause);
    });
    return opened;
  };
}

/** An error of the browser's storage as an `AppError` that says whether the disk is full. */
export function toStorageError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return (cause as Error | null)?.name === 'QuotaExceededError'
    ? new AppError(
        'disk-full',
        'The disk is full, so this could not be saved. Free some room and save again.',
        { cause },
      )
    : new AppError('storage', 'The browser’s storage failed, so this could not be saved.', { cause });
}
