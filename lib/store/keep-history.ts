import { countCharacters } from '#lib/notes/note-fields.ts';
import { isHistoryFull, measureHistory, thinHistory, toVersion } from '#lib/notes/note-history.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import type { NotePlace, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import type { KeptNote, RecentVersion } from './notes-schema.ts';
import type { Later, Writing } from './write-strictly.ts';

/**
 * How many of its last versions a note's own record holds, so that a save is one write. More of them, or longer ones, go
 * into `note-versions` together: a record is written whole with each save, and read with every list of notes.
 */
export const recentLimits = { versions: 8, characters: 2000 } as const;

/** What writing a note with its past needs of a transaction. */
type NotesWriting = Pick<Writing<['notes', 'note-versions']>, 'objectStore'>;

/** The note alone. */
export function bareNote({ recent: _, ...note }: KeptNote): StoredNote {
  return note;
}

/** The versions that a note's own record holds, the oldest first: all of them newer than those beside it. */
export function listRecent({ account, loan, recent = [] }: KeptNote): NoteVersion[] {
  return recent.map((version) => ({ account, loan, ...version }));
}

/** Puts a note in the place of another, which goes into the history. Gives the record as it will be on disk. */
export async function replaceNote(
  transaction: NotesWriting,
  later: Later,
  standing: KeptNote | undefined,
  next: StoredNote,
): Promise<KeptNote> {
  const notes = transaction.objectStore('notes');
  if (standing === undefined) {
    const note = bareNote(next);
    later(notes.put(note));
    return note;
  }
  const past = [...listRecent(standing), toVersion(standing)];
  const grown = {
    versions: standing.history.versions + 1,
    characters: standing.history.characters + countCharacters(standing),
  };
  const isFull = isHistoryFull(grown);
  const history = isFull ? await thin(transaction, standing, past) : grown;
  const note = { ...bareNote(next), history };
  if (isFull || isLong(past)) {
    const versions = transaction.objectStore('note-versions');
    if (!isFull) for (const version of past) later(versions.put(version));
    later(notes.put(note));
    return note;
  }
  const record = { ...note, recent: past.map(withoutPlace) };
  later(notes.put(record));
  return record;
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
    transaction.objectStore('notes').put(bareNote(note)),
    ...[...standing].filter((at) => !kept.has(at)).map((at) => store.delete([note.account, note.loan, at])),
    ...versions.filter(({ revision }) => !standing.has(revision)).map((version) => store.put(version)),
  ]);
}

/** All that is kept of one note's past beside its record. */
export function historyOf({ account, loan }: NotePlace): IDBKeyRange {
  return IDBKeyRange.bound([account, loan], [account, loan, []]);
}

/** Drops what is too much of a history, and moves the rest of it beside the record. */
async function thin(
  transaction: NotesWriting,
  place: NotePlace,
  past: readonly NoteVersion[],
): Promise<StoredNote['history']> {
  const store = transaction.objectStore('note-versions');
  const beside = await store.getAll(historyOf(place));
  const kept = new Set<NoteVersion>(thinHistory([...beside, ...past]));
  const dropped = beside.filter((version) => !kept.has(version));
  await Promise.all([
    ...dropped.map(({ account, loan, revision }) => store.delete([account, loan, revision])),
    ...past.filter((version) => kept.has(version)).map((version) => store.put(version)),
  ]);
  return measureHistory([...kept]);
}

function isLong(versions: readonly NoteVersion[]): boolean {
  const { characters } = measureHistory(versions);
  return versions.length > recentLimits.versions || characters > recentLimits.characters;
}

function withoutPlace({ account: _, loan: _loan, ...version }: NoteVersion): RecentVersion {
  return version;
}
