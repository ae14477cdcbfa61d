import { countCharacters } from '#lib/notes/note-fields.ts';
import { isHistoryFull, measureHistory, thinHistory, toVersion } from '#lib/notes/note-history.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import type { NotePlace, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import type { Later, Writing } from './write-strictly.ts';

/** What writing a note with its past needs of a transaction. */
type NotesWriting = Pick<Writing<['notes', 'note-versions']>, 'objectStore'>;

/** Puts a note in the place of another, which goes into the history. Gives the note as it will be on disk. */
export async function replaceNote(
  transaction: NotesWriting,
  later: Later,
  standing: StoredNote | undefined,
  next: StoredNote,
): Promise<StoredNote> {
  const notes = transaction.objectStore('notes');
  if (standing === undefined) {
    later(notes.put(next));
    return next;
  }
  const versions = transaction.objectStore('note-versions');
  const past = toVersion(standing);
  const grown = {
    versions: standing.history.versions + 1,
    characters: standing.history.characters + countCharacters(past),
  };
  later(versions.put(past));
  const history = isHistoryFull(grown) ? await thin(transaction, standing) : grown;
  const note = { ...next, history };
  later(notes.put(note));
  return note;
}

/** Writes a note with all of its past, in the place of what stands. */
export async function writeWithHistory(
  transaction: NotesWriting,
  { note, versions }: NoteWithHistory,
): Promise<void> {
  const store = transaction.objectStore('note-versions');
  const kept = new Set(versions.map(({ revision }) => revision));
  const standing = new Set((await store.getAllKeys(historyOf(note))).map(([, , revision]) => revision));
  await Promise.all([
    transaction.objectStore('notes').put(note),
    ...[...standing].filter((at) => !kept.has(at)).map((at) => store.delete([note.account, note.loan, at])),
    ...versions.filter(({ revision }) => !standing.has(revision)).map((version) => store.put(version)),
  ]);
}

/** All that is kept of one note's past. */
export function historyOf({ account, loan }: NotePlace): IDBKeyRange {
  return IDBKeyRange.bound([account, loan], [account, loan, []]);
}

async function thin(transaction: NotesWriting, place: NotePlace): Promise<StoredNote['history']> {
  const store = transaction.objectStore('note-versions');
  const all = await store.getAll(historyOf(place));
  const kept = new Set<NoteVersion>(thinHistory(all));
  const dropped = all.filter((version) => !kept.has(version));
  await Promise.all(dropped.map(({ account, loan, revision }) => store.delete([account, loan, revision])));
  return measureHistory([...kept]);
}
