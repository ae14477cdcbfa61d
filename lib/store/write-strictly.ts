import type { IDBPTransaction, StoreNames } from 'idb';
import { toStorageError, type BondlensSchema, type Database } from './database.ts';

/** A transaction that changes the named stores, all or none. */
export type Writing<Names extends readonly StoreNames<BondlensSchema>[]> = IDBPTransaction<
  BondlensSchema,
  [...Names],
  'readwrite'
>;

/**
 * Changes several stores in one transaction, and resolves only once that is on disk: with strict durability the browser
 * reports the commit when the operating system has written it out. A throw in `change` undoes all of it.
 * @throws what `change` throws, else `disk-full` or `storage`
 */
export async function writeStrictly<const Names extends readonly StoreNames<BondlensSchema>[], Result>(
  open: () => Promise<Database>,
  names: Names,
  change: (transaction: Writing<Names>) => Promise<Result>,
): Promise<Result> {
  try {
    const database = await open();
    const transaction = database.transaction([...names], 'readwrite', {
      durability: 'strict',
    }) as Writing<Names>;
    // The outcome of the transaction is awaited below; without this a refused change would also report here.
    transaction.done.catch(() => undefined);
    const result = await change(transaction).catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    await transaction.done;
    return result;
  } catch (error) {
    throw toStorageError(error);
  }
}

/** Undoes a transaction, unless it has ended already, as on a full disk. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if ((error as DOMException).name !== 'InvalidStateError') throw error;
  }
}
