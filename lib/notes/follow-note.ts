import { isEmpty } from './note-fields.ts';
import { isHistoryFull, measureHistory, thinHistory, toVersion } from './note-history.ts';
import type { NoteWithHistory } from './merge-notes.ts';
import type { StoredNote } from './note.ts';

/** The note with another version in its place, and itself in the history. */
export function followNote({ note, versions }: NoteWithHistory, next: StoredNote): NoteWithHistory {
  const isBareMark = note.removedAt !== null && isEmpty(note);
  const all = isBareMark ? versions : [...versions, toVersion(note)];
  const kept = isHistoryFull(measureHistory(all)) ? thinHistory(all) : all;
  return {
    note: { ...next, revision: note.revision + 1, history: measureHistory(kept) },
    versions: kept,
  };
}
