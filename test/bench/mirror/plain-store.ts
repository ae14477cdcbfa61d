import { openDB, type IDBPDatabase } from 'idb';

// The floor: nothing but IndexedDB. Each name is a database of its own, so that nothing else is near.

const opened = new Map<string, Promise<IDBPDatabase>>();

function open(name: string): Promise<IDBPDatabase> {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const opening = openDB(`plain-${name}`, 1, {
    upgrade: (database) => void database.createObjectStore('values'),
  });
  opened.set(name, opening);
  return opening;
}

/** Replaces all there is by these, under the keys 0, 1, 2 and so on. */
export async function writePlain(name: string, values: readonly unknown[]): Promise<void> {
  const transaction = (await open(name)).transaction('values', 'readwrite');
  const cleared = transaction.store.clear();
  const puts = values.map((value, key) => transaction.store.put(value, key));
  await Promise.all([cleared, ...puts, transaction.done]);
}

/** All values by one `getAll`. */
export async function readAll(name: string): Promise<unknown[]> {
  return (await open(name)).getAll('values');
}

/** The first value alone. */
export async function readOne(name: string): Promise<unknown> {
  return (await open(name)).get('values', 0);
}
