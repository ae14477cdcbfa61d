import { AppError } from '#lib/base/app-error.ts';
import type { Note, NoteDraft, StoredNote } from './note.ts';

/** Whose note on which loan. */
export type NotePlace = Pick<StoredNote, 'account' | 'loan'>;

/**
 * The note that a save makes of what stands. Pure; the caller writes it in the same transaction.
 * @param standing what is kept in that place, removed ones included
 * @param seen the revision that the person had before them; 0 when they saw no note
 * @param now epoch ms
 * @throws `revision-conflict` with `data.current` (the standing note, or null when it was removed) when the
 *   person did not see what stands
 */
export function reviseNote(
  standing: StoredNote | undefined,
  { account, loan }: NotePlace,
  draft: NoteDraft,
  seen: number,
  now: number,
): StoredNote {
  checkSeen(standing, seen);
  const fresh = standing === undefined || standing.removedAt !== null;
  return {
    account,
    loan,
    text: draft.text,
    colour: draft.colour,
    tags: [...new Set(draft.tags)],
    revision: (standing?.revision ?? 0) + 1,
    createdAt: fresh ? now : standing.createdAt,
    changedAt: now,
    removedAt: null,
  };
}

/** The note marked as removed; its text stays until the mark is old. Throws as `reviseNote`. */
export function removeNote(
  standing: StoredNote | undefined,
  seen: number,
  now: number,
): StoredNote | undefined {
  checkSeen(standing, seen);
  if (standing === undefined || standing.removedAt !== null) return undefined;
  return { ...standing, revision: standing.revision + 1, changedAt: now, removedAt: now };
}

function checkSeen(standing: StoredNote | undefined, seen: number): void {
  const gone = standing === undefined || standing.removedAt !== null;
  if (gone ? seen === 0 : seen === standing.revision) return;
  throw new AppError('revision-conflict', 'This note was changed elsewhere since you opened it.', {
    data: { current: gone ? null : visible(standing) },
  });
}

/** The note as pages see it. */
export function visible({ removedAt: _removedAt, account: _account, ...note }: StoredNote): Note {
  return note;
}
