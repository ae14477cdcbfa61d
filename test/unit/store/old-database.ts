/** What stands in a store: values, with their keys where the store has no path of keys. */
export type OldRecords = Readonly<Record<string, readonly (readonly [value: unknown, key?: string])[]>>;

type KeyPath = string | string[] | null;

const first = { notes: ['account', 'loan'], states: null, secrets: null };
const second = {
  ...first,
  'mirror-columns': null,
  'mirror-heads': null,
  'mirror-vanished': ['table', 'id'],
  'pull-pages': ['table', 'page'],
  details: 'loanPartId',
  'detail-index': null,
};

/** The stores of each version before this one, as it was released. */
const stores: Readonly<Record<1 | 2 | 3, Readonly<Record<string, KeyPath>>>> = {
  1: { ...first, 'market-chunks': null, 'market-indexes': null },
  2: second,
  3: {
    ...second,
    'note-versions': ['account', 'loan', 'revision'],
    drafts: 'editor',
    tags: 'name',
    snapshots: 'id',
    'snapshot-contents': 'id',
  },
};

/** Makes a database as an older version left it. */
export function writeOldDatabase(name: string, version: 1 | 2 | 3, records: OldRecords): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener('upgradeneeded', () => {
      for (const [store, keyPath] of Object.entries(stores[version])) {
        const made = opening.result.createObjectStore(store, keyPath === null ? {} : { keyPath });
        for (const [value, key] of records[store] ?? []) made.put(value, key);
      }
    });
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
    opening.addEventListener('error', () => reject(new Error('The old database was not made.')));
  });
}
