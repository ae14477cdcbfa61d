import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '#lib/base/app-error.ts';
import type { MarketChunk, MarketIndex } from '#lib/mirror/market-chunk.ts';
import type { StoredNote } from '#lib/notes/note.ts';

/** What the extension keeps in IndexedDB, which neither pages nor content scripts can reach. */
export interface BondlensSchema extends DBSchema {
  /** One record a note, by account and the loan's key. */
  notes: { key: [account: string, loan: string]; value: StoredNote };
  /** The mirror's listings in chunks of columns, by pull and chunk number. */
  'market-chunks': { key: [pull: string, chunk: number]; value: MarketChunk };
  /** Where in the chunks a listing stands, by pull and kind of id. */
  'market-indexes': { key: [pull: string, id: string]; value: MarketIndex };
  /** Single records that are not the user's: states of pulls, quotas, the last balance. */
  states: { key: string; value: unknown };
  /** Application secret and tokens. */
  secrets: { key: string; value: unknown };
}

export type Database = IDBPDatabase<BondlensSchema>;

/** The upgrade steps: step `n` brings a database of version `n` to version `n + 1`. */
const steps: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore('notes', { keyPath: ['account', 'loan'] });
    database.createObjectStore('market-chunks');
    database.createObjectStore('market-indexes');
    database.createObjectStore('states');
    database.createObjectStore('secrets');
  },
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
      upgrade: (database, from) => {
        for (const step of steps.slice(from)) step(database);
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
