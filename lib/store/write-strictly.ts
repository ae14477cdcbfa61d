import type { IDBPTransaction, StoreNames } from 'idb';
import { AppError } from '#lib/base/app-error.ts';
import { toStorageError, type BondlensSchema, type Database } from './database.ts';

/** A transaction that changes the named stores, all or none. */
export type Writing<Names extends readonly StoreNames<BondlensSchema>[]> = IDBPTransaction<
  BondlensSchema,
  [...Names],
  'readwrite'
>;

/** Takes a write that the change itself need not wait for; the commit does. */
export type Later = (write: Promise<unknown>) => void;

/**
 * Changes several stores in one transaction, and resolves only once that is on disk: with strict durability the browser
 * reports the commit when the operating system has written it out. A throw in `change`, or a write that fails, undoes all
 * of it.
 * @throws what `change` throws, else `disk-full` or `storage`
 */
export async function writeStrictly<const Names extends readonly StoreNames<BondlensSchema>[], Result>(
  open: () => Promise<Database>,
  names: Names,
  change: (transaction: Writing<Names>, later: Later) => Promise<Result>,
): Promise<Result> {
  let cause: (() => unknown) | undefined;
  try {
    const database = await open();
    const transaction = database.transaction([...names], 'readwrite', {
      durability: 'strict',
    }) as Writing<Names>;
    // The outcomes of the transaction and its writes are awaited below; without this they would also report here.
    transaction.done.catch(() => undefined);
    cause = () => transaction.error;
    const writes: Promise<unknown>[] = [];
    const later: Later = (write) => {
      write.catch(() => undefined);
      writes.push(write);
    };
    const result = await change(transaction, later).catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    commit(transaction);
    await Promise.all([...writes, transaction.done]);
    return result;
  } catch (error) {
    // Where the transaction was ended by a full disk, what came after it says only that it has ended.
    throw toStorageError(error instanceof AppError ? error : (cause?.() ?? error));
  }
}

/** Ends a transaction without a further turn of waiting for more requests; one that has ended already stays so. */
function commit(transaction: { commit(): void }): void {
  ignoreEnded(() => transaction.commit());
}

/** Undoes a transaction, unless it has ended already, as on a full disk. */
export function abort(transaction: { abort(): void }): void {
  ignoreEnded(() => transaction.abort());
}

function ignoreEnded(act: () => void): void {
  try {
    act();
  } catch (error) {
    if ((error as DOMException).name !== 'InvalidStateError') throw error;
  }
}
