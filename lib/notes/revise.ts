import { AppError } from '#lib/base/app-error.ts';
import { mergeFields } from './merge-fields.ts';
import { tickClock, type Stamp } from './note-clock.ts';
import { emptyFields, pickFields } from './note-fields.ts';
import type { Note, NoteDraft, NoteFields, NotePlace, StoredNote } from './note.ts';

/** How long a removed note can be brought back. */
export const undoMs = 30 * 86_400_000;

/**
 * The note that a save makes of what stands. Pure; the caller writes it in the same transaction, and what stood before
 * into the history. A save over a newer revision becomes a merge by field; only where both sides changed the same
 * field it is refused, for the person to choose.
 * @param standing what is kept in that place, removed ones included
 * @param seen the revision that the person had before them; 0 when they saw no note
 * @param base the note as it was at that revision, where the history still knows it
 * @throws `revision-conflict` with `data.current` (the standing note, or null when it was removed) and `data.fields`
 */
export function reviseNote(
  standing: StoredNote | undefined,
  { account, loan }: NotePlace,
  draft: NoteDraft,
  seen: number,
  stamp: Stamp,
  base?: NoteFields,
): StoredNote {
  const isFresh = standing === undefined || standing.removedAt !== null;
  if (isFresh && seen !== 0) throw createConflict(null);
  const fields = isFresh
    ? fillDraft(draft, emptyFields)
    : seen === standing.revision
      ? fillDraft(draft, standing)
      : mergeOver(standing, draft, seen === 0 ? emptyFields : base);
  return {
    account,
    loan,
    ...fields,
    tags: [...new Set(fields.tags)],
    revision: (standing?.revision ?? 0) + 1,
    createdAt: isFresh ? stamp.now : standing.createdAt,
    changedAt: stamp.now,
    removedAt: null,
    clock: tickClock(standing?.clock ?? {}, stamp.browser),
    history: standing?.history ?? { versions: 0, characters: 0 },
  };
}

/**
 * The note marked as removed; it can be brought back until the mark is old. Undefined when there is nothing to remove.
 * @throws `revision-conflict` as `reviseNote`, also when only another field was changed: a person who removes a note
 *   means what they saw
 */
export function removeNote(
  standing: StoredNote | undefined,
  seen: number,
  { browser, now }: Stamp,
): StoredNote | undefined {
  if (standing === undefined || standing.removedAt !== null) {
    if (seen !== 0) throw createConflict(null);
    return undefined;
  }
  if (seen !== standing.revision) throw createConflict(standing);
  return {
    ...standing,
    revision: standing.revision + 1,
    changedAt: now,
    removedAt: now,
    clock: tickClock(standing.clock, browser),
  };
}

/**
 * A removed note as it stands again.
 * @throws `not-found` when it was not removed, or so long ago that its text is gone
 */
export function bringBackNote(standing: StoredNote | undefined, { browser, now }: Stamp): StoredNote {
  if (standing === undefined || standing.removedAt === null || now - standing.removedAt > undoMs)
    throw new AppError('not-found', 'There is no deleted note that could be brought back.');
  return {
    ...standing,
    revision: standing.revision + 1,
    changedAt: now,
    removedAt: null,
    clock: tickClock(standing.clock, browser),
  };
}

/** What stays of a note that was removed more than 30 days ago: that it was removed. Undefined when it is not time. */
export function emptyRemoved(standing: StoredNote, now: number): StoredNote | undefined {
  const { removedAt, history } = standing;
  if (removedAt === null || now - removedAt <= undoMs) return undefined;
  if (standing.text === '' && standing.tags.length === 0 && history.versions === 0) return undefined;
  return { ...standing, ...emptyFields, history: { versions: 0, characters: 0 } };
}

/** The note as pages see it. */
export function visible({ loan, revision, createdAt, changedAt, ...rest }: StoredNote): Note {
  return { loan, ...pickFields(rest), revision, createdAt, changedAt };
}

function fillDraft(draft: NoteDraft, standing: NoteFields): NoteFields {
  return { ...pickFields(standing), ...draft };
}

function mergeOver(standing: StoredNote, draft: NoteDraft, base: NoteFields | undefined): NoteFields {
  if (base === undefined) throw createConflict(standing);
  const { fields, clashes } = mergeFields(base, standing, fillDraft(draft, base));
  if (clashes.length > 0) throw createConflict(standing, clashes);
  return fields;
}

function createConflict(current: StoredNote | null, fields: readonly string[] = []): AppError {
  return new AppError('revision-conflict', 'This note was changed elsewhere since you opened it.', {
    data: { current: current === null ? null : visible(current), fields },
  });
}
