import { AppError } from '#lib/base/app-error.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import { followNote } from './follow-note.ts';
import type { NoteWithHistory } from './merge-notes.ts';
import type { Stamp } from './note-clock.ts';
import { isSameFields, pickFields } from './note-fields.ts';
import {
  noteLimits,
  type NoteColour,
  type NoteFields,
  type NoteMark,
  type NoteRating,
  type StoredNote,
} from './note.ts';
import { bringBackNote, removeNote, reviseNote } from './revise.ts';

/** One change that is made to many notes. */
export type ManyChange =
  | { make: 'add-tag'; tag: string }
  | { make: 'remove-tag'; tag: string }
  | { make: 'set-mark'; mark: NoteMark }
  | { make: 'set-colour'; colour: NoteColour }
  | { make: 'set-rating'; rating: NoteRating | null }
  | { make: 'remove' }
  | { make: 'bring-back' };

/** A note as the person had it before them. */
export interface SeenNote {
  loan: NoteKey;
  revision: number;
}

/** What became of each note. */
export interface ManyOutcome {
  /** As it was seen, with the change. */
  changed: NoteKey[];
  /** Changed elsewhere meanwhile: both changes are in it. */
  merged: NoteKey[];
  /** Nothing was to be changed. */
  same: NoteKey[];
  /** Changed elsewhere in the same place, or gone: left as it is. */
  refused: NoteKey[];
  /** No further tag has room in it. */
  full: NoteKey[];
}

/**
 * What one change makes of many notes. Pure; the caller writes it in one transaction. Each note is revised as by a save of
 * its own, against the version that the person saw.
 */
export function planManyChanges(
  standing: readonly NoteWithHistory[],
  account: AccountId,
  seen: readonly SeenNote[],
  change: ManyChange,
  stamp: Stamp,
): { writes: NoteWithHistory[]; outcome: ManyOutcome } {
  const own = new Map(
    standing.filter(({ note }) => note.account === account).map((side) => [side.note.loan, side]),
  );
  const outcome: ManyOutcome = { changed: [], merged: [], same: [], refused: [], full: [] };
  const writes: NoteWithHistory[] = [];
  for (const { loan, revision } of new Map(seen.map((note) => [note.loan, note])).values()) {
    const side = own.get(loan);
    const { became, next } =
      side === undefined
        ? { became: 'refused' as const, next: undefined }
        : changeOne(side, revision, change, stamp);
    outcome[became].push(loan);
    if (side !== undefined && next !== undefined) writes.push(followNote(side, next));
  }
  return { writes, outcome };
}

interface OneOutcome {
  became: keyof ManyOutcome;
  next?: StoredNote;
}

function changeOne(side: NoteWithHistory, seen: number, change: ManyChange, stamp: Stamp): OneOutcome {
  const { note } = side;
  try {
    if (change.make === 'bring-back') {
      return note.removedAt === null
        ? { became: 'same' }
        : { became: 'changed', next: bringBackNote(note, stamp) };
    }
    if (change.make === 'remove') {
      const next = note.removedAt === null ? removeNote(note, seen, stamp) : undefined;
      return next === undefined ? { became: 'same' } : { became: 'changed', next };
    }
    return changeFields(side, seen, change, stamp);
  } catch (error) {
    if (error instanceof AppError) return { became: 'refused' };
    throw error;
  }
}

function changeFields(
  { note, versions }: NoteWithHistory,
  seen: number,
  change: FieldChange,
  stamp: Stamp,
): OneOutcome {
  const isAsSeen = seen === note.revision;
  const base = isAsSeen ? note : versions.find(({ revision }) => revision === seen);
  if (note.removedAt !== null || base === undefined) return { became: 'refused' };
  const draft = changeDraft(pickFields(base), change);
  if (!fitsTags(draft) || !fitsTags(changeDraft(note, change))) return { became: 'full' };
  const next = reviseNote(note, note, draft, seen, stamp, base);
  if (isSameFields(next, note)) return { became: 'same' };
  return { became: isAsSeen ? 'changed' : 'merged', next };
}

type FieldChange = Exclude<ManyChange, { make: 'remove' | 'bring-back' }>;

function changeDraft(fields: NoteFields, change: FieldChange): NoteFields {
  switch (change.make) {
    case 'add-tag':
      return { ...fields, tags: [...new Set([...fields.tags, change.tag])] };
    case 'remove-tag':
      return { ...fields, tags: fields.tags.filter((tag) => tag !== change.tag) };
    case 'set-mark':
      return { ...fields, mark: change.mark };
    case 'set-colour':
      return { ...fields, colour: change.colour };
    case 'set-rating':
      return { ...fields, rating: change.rating };
  }
}

function fitsTags({ tags }: NoteFields): boolean {
  return tags.length <= noteLimits.tags;
}
