import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import { browserKey } from '#lib/store/notes-schema.ts';

const account = 'mine' as AccountId;
const standing = {
  account,
  loan: 'loan:7' as LoanKey,
  text: 'late twice',
  colour: 'red',
  tags: ['late'],
  revision: 3,
  createdAt: 10,
  changedAt: 30,
  removedAt: null,
};
const removed = { ...standing, loan: 'loan:8' as LoanKey, revision: 2, removedAt: 20 };

/** A database as the version before had it, with two notes in it. */
function createOld(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener('upgradeneeded', () => {
      const database = opening.result;
      const notes = database.createObjectStore('notes', { keyPath: ['account', 'loan'] });
      const others: Record<number, readonly string[]> = {
        1: ['market-chunks', 'market-indexes', 'states', 'secrets'],
        2: [
          'mirror-columns',
          'mirror-heads',
          'mirror-vanished',
          'pull-pages',
          'details',
          'detail-index',
          'states',
          'secrets',
        ],
      };
      for (const store of others[version] ?? []) database.createObjectStore(store);
      notes.put(standing);
      notes.put(removed);
    });
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
    opening.addEventListener('error', () => reject(new Error('The old database was not made.')));
  });
}

describe('a database of an earlier version', () => {
  it.each([1, 2])(
    'keeps all notes of version %i, which can then be marked, changed and followed',
    async (version) => {
      const name = crypto.randomUUID();
      await createOld(name, version);
      const open = createDatabase(name);
      const notes = createNotesRepository(open);
      const browser = (await (await open()).get('states', browserKey)) as never;
      const [first, second] = await notes.list(account);
      const added = { mark: 'none', rating: null, history: { versions: 0, characters: 0 } };
      expect(first).toEqual({ ...standing, ...added, clock: { [browser]: 3 } });
      expect(second).toEqual({ ...removed, ...added, clock: { [browser]: 2 } });

      const stamp = { browser, now: 40 };
      const draft = { text: 'late', colour: 'red', tags: [], mark: 'avoid' } as const;
      expect(await notes.save(standing, draft, 3, stamp)).toMatchObject({ mark: 'avoid', revision: 4 });
      expect(await notes.history(standing)).toMatchObject([{ text: 'late twice', revision: 3 }]);
      expect(await notes.bringBack(removed, stamp)).toMatchObject({ text: 'late twice', revision: 3 });
    },
  );
});
