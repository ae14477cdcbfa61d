import { emptyFields } from './note-fields.ts';
import type { BrowserId } from './note-clock.ts';
import type { Note, NoteFields, NotePlace, StoredNote } from './note.ts';

/** A note as the first two versions of the database kept it. */
export interface FirstStoredNote
  extends
    NotePlace,
    Pick<Note, 'revision' | 'createdAt' | 'changedAt'>,
    Pick<NoteFields, 'text' | 'colour' | 'tags'> {
  removedAt: number | null;
}

/**
 * Brings a note of the first form to this one.
 * @param browser this one: all saves until now were made here
 */
export function upgradeNote(note: FirstStoredNote, browser: BrowserId): StoredNote {
  return {
    ...emptyFields,
    ...note,
    clock: { [browser]: note.revision },
    history: { versions: 0, characters: 0 },
  };
}
