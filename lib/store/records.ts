import { toStorageError, type Database } from './database.ts';

/** A drawer for single records: read, replace, change in one transaction. */
export interface Records {
  get<T>(key: string): Promise<T | undefined>;
  /** Resolves once written. `undefined` deletes. */
  put(key: string, value: unknown): Promise<void>;
  /** Reads, changes and writes in one transaction, so that two callers never lose each other's change. */
  update<T>(key: string, change: (value: T | undefined) => T): Promise<T>;
}

/** @param store `states` for what may be lost, `secrets` for what only the background may see */
export function createRecords(open: () => Promise<Database>, store: 'states' | 'secrets'): Records {
  return {
    get: async <T>(key: string) => (await (await open()).get(store, key)) as T | undefined,

    async put(key, value) {
      try {
        const database = await open();
        await (value === undefined ? database.delete(store, key) : database.put(store, value, key));
      } catch (error) {
        throw toStorageError(error);
      }
    },

    async update<T>(key: string, change: (value: T | undefined) => T): Promise<T> {
      try {
        const database = await open();
        const transaction = database.transaction(store, 'readwrite');
        const changed = change((await transaction.store.get(key)) as T | undefined);
        await Promise.all([transaction.store.put(changed, key), transaction.done]);
        return changed;
      } catch (error) {
        throw toStorageError(error);
      }
    },
  };
}
