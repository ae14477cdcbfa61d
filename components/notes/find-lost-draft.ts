import { isSameFields, emptyFields } from '#lib/notes/note-fields.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { fillDraft, type NoteEditing } from './note-editing.ts';

/**
 * Among drafts of editors that are gone: the newest of this note that says something else than the note does; and those
 * that say the same, which are of no use any more.
 * @param drafts the newest first
 * @param isHere whether an editor of this name stands on this desk
 */
export function findLostDraft(
  drafts: readonly StoredDraft[],
  { loan, account, base }: NoteEditing,
  isHere: (editor: string) => boolean,
): { lost: StoredDraft | null; saved: StoredDraft[] } {
  const own = drafts.filter(
    (kept) => kept.loan === loan && (account === null || kept.account === account) && !isHere(kept.editor),
  );
  const isSaved = (kept: StoredDraft): boolean =>
    isSameFields(fillDraft(kept.draft, base), base ?? emptyFields);
  return { lost: own.find((kept) => !isSaved(kept)) ?? null, saved: own.filter(isSaved) };
}
