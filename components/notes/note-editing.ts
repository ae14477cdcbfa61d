import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import { emptyFields, isSameFields, pickFields } from '#lib/notes/note-fields.ts';
import type { Note, NoteFields, NoteVersion } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';

/** How far the writing of a note has come. */
export type NotePhase =
  | { is: 'editing' }
  | { is: 'saving' }
  /** On disk. */
  | { is: 'saved'; at: number }
  /** Not on disk; the draft still holds what was written. `lost`: no further try can succeed in this tab. */
  | { is: 'failed'; message: string; lost: boolean }
  /** The note was changed elsewhere since it was opened (`theirs` null: removed), and nobody has chosen yet. */
  | { is: 'conflict'; theirs: Note | null };

/** Whether what stands in the editor would outlive a crash: `no` until it was sent, with why it could not be kept. */
export type Keeping = { is: 'no' } | { is: 'kept' } | { is: 'refused'; message: string };

/** Which note: what it is about, and whose it is (null where that was not told). */
export interface NoteName {
  readonly loan: NoteKey;
  readonly account: AccountId | null;
}

/** One note on the desk. Replaced, never changed. */
export interface NoteEditing extends NoteName {
  /** The note as it was last seen on disk. */
  readonly base: Note | null;
  readonly draft: NoteFields;
  /** The revision that the draft was written over; 0 where there was no note. */
  readonly seen: number;
  readonly phase: NotePhase;
  /** Names the editor among those of all tabs: under this name its draft is kept. */
  readonly editor: string;
  readonly keeping: Keeping;
  /** What was put aside for another version. */
  readonly aside: NoteFields | null;
  /** What was written in an editor that is gone, and was never saved. */
  readonly lost: StoredDraft | null;
  /** What the note once was, the oldest first; null until it was asked for. */
  readonly history: readonly NoteVersion[] | null;
}

/** What a draft says in all fields, where it leaves some to the note that it was written over. */
export function fillDraft(draft: Partial<NoteFields>, note: NoteFields | null): NoteFields {
  return pickFields({ ...emptyFields, ...note, ...draft });
}

/** Whether something was written that is not on disk. */
export function isUnsaved({ base, draft }: NoteEditing): boolean {
  return !isSameFields(draft, base ?? emptyFields);
}

/** Whether two names are of the same note. */
export function isSameNote(a: NoteName, b: NoteName): boolean {
  return keyOf(a) === keyOf(b);
}

/** One text for each note. */
export function keyOf({ loan, account }: NoteName): string {
  return `${account ?? ''} ${loan}`;
}
