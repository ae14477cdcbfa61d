import type { NoteFields, StoredNote } from '#lib/notes/note.ts';
import { writeOldDatabase } from '#test/unit/store/old-database.ts';

type OldFields = Pick<NoteFields, 'text' | 'colour' | 'tags'>;

/** A profile as an older version of the extension left it: its database, with notes in it that were acknowledged. */
export function writeOldVersion(
  name: string,
  version: 1 | 2 | 3,
  account: string,
  notes: readonly (Pick<StoredNote, 'loan'> & OldFields)[],
): Promise<void> {
  const state = {
    active: account,
    known: [{ id: account, label: 'My account', evidence: null }],
    question: null,
  };
  const browser = crypto.randomUUID();
  const first = { account, revision: 1, createdAt: 1, changedAt: 1, removedAt: null };
  const later = {
    mark: 'none',
    rating: null,
    clock: { [browser]: 1 },
    history: { versions: 0, characters: 0 },
  };
  return writeOldDatabase(name, version, {
    notes: notes.map((note) => [{ ...note, ...first, ...(version === 3 ? later : {}) }]),
    states: [[state, 'accounts'], ...(version === 3 ? [[browser, 'browser'] as const] : [])],
  });
}
