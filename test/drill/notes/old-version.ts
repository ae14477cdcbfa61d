import type { NoteFields, StoredNote } from '#lib/notes/note.ts';

type OldFields = Pick<NoteFields, 'text' | 'colour' | 'tags'>;

const stores: Readonly<Record<1 | 2, readonly string[]>> = {
  1: ['market-chunks', 'market-indexes', 'states', 'secrets'],
  2: ['mirror-columns', 'mirror-heads', 'pull-pages', 'detail-index', 'states', 'secrets'],
};
const keyed = { 'mirror-vanished': ['table', 'id'], details: 'loanPartId' };

/** A profile as an older version of the extension left it: its database, with notes in it that were acknowledged. */
export function writeOldVersion(
  name: string,
  version: 1 | 2,
  account: string,
  notes: readonly (Pick<StoredNote, 'loan'> & OldFields)[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener('upgradeneeded', () => {
      const { result: database, transaction } = opening;
      const store = database.createObjectStore('notes', { keyPath: ['account', 'loan'] });
      for (const other of stores[version]) database.createObjectStore(other);
      if (version === 2)
        for (const [other, keyPath] of Object.entries(keyed)) database.createObjectStore(other, { keyPath });
      for (const note of notes)
        store.put({ ...note, account, revision: 1, createdAt: 1, changedAt: 1, removedAt: null });
      const state = {
        active: account,
        known: [{ id: account, label: 'My account', evidence: null }],
        question: null,
      };
      transaction?.objectStore('states').put(state, 'accounts');
    });
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
    opening.addEventListener('error', () => reject(new Error('The old database was not made.')));
  });
}
