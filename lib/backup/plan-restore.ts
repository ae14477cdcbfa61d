import { followNote } from '#lib/notes/follow-note.ts';
import { joinClocks, tickClock, type Stamp } from '#lib/notes/note-clock.ts';
import { mergeNotes, type MergeOutcome, type NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { isSameFields, pickFields } from '#lib/notes/note-fields.ts';
import type { NotePlace, StoredNote } from '#lib/notes/note.ts';

/** What is to be written so that the notes become those of a file or snapshot. */
export interface NotesPlan {
  writes: NoteWithHistory[];
}

/**
 * Makes the notes what they are in `target`: notes that are not there are removed, which can be undone like any removal.
 * Nothing that stands is overwritten without going into the history.
 */
export function planRestore(
  current: readonly NoteWithHistory[],
  target: readonly NoteWithHistory[],
  stamp: Stamp,
): NotesPlan {
  const standing = indexNotes(current);
  const writes = target.flatMap((wanted) => {
    const mine = standing.get(keyOf(wanted.note));
    standing.delete(keyOf(wanted.note));
    return restoreOne(mine, wanted, stamp);
  });
  const rest = [...standing.values()].filter(({ note }) => note.removedAt === null);
  return { writes: [...writes, ...rest.map((side) => followNote(side, removed(side.note, stamp)))] };
}

/** Adds to the notes what another browser's file knows and they do not. Where they already know all, nothing is written. */
export function planMerge(
  current: readonly NoteWithHistory[],
  file: readonly NoteWithHistory[],
): NotesPlan & { outcomes: Record<MergeOutcome | 'new', number> } {
  const standing = indexNotes(current);
  const outcomes = { nothing: 0, newer: 0, joined: 0, new: 0 };
  const writes = file.flatMap((theirs) => {
    const mine = standing.get(keyOf(theirs.note));
    if (mine === undefined) {
      outcomes.new += 1;
      return [theirs];
    }
    const { outcome, merged } = mergeNotes(mine, theirs);
    outcomes[outcome] += 1;
    return outcome === 'nothing' ? [] : [merged];
  });
  return { writes, outcomes };
}

function restoreOne(
  mine: NoteWithHistory | undefined,
  wanted: NoteWithHistory,
  stamp: Stamp,
): NoteWithHistory[] {
  if (mine === undefined) return [wanted];
  const { outcome, merged } = mergeNotes(mine, wanted);
  const isGone = wanted.note.removedAt !== null;
  const isThere =
    (merged.note.removedAt !== null) === isGone && (isGone || isSameFields(merged.note, wanted.note));
  if (isThere) return outcome === 'nothing' ? [] : [merged];
  const next = isGone ? removed(merged.note, stamp) : written(merged.note, wanted.note, stamp);
  if (outcome !== 'joined') return [followNote(mine, next)];
  // What either side wrote is in the history; the merge of both, which nobody asked for, needs no place there.
  const { revision, history } = merged.note;
  return [{ note: { ...next, revision, history }, versions: merged.versions }];
}

function written(standing: StoredNote, wanted: StoredNote, stamp: Stamp): StoredNote {
  const clock = tickClock(joinClocks(standing.clock, wanted.clock), stamp.browser);
  return {
    ...standing,
    ...pickFields(wanted),
    createdAt: wanted.createdAt,
    changedAt: stamp.now,
    removedAt: null,
    clock,
  };
}

function removed(standing: StoredNote, { browser, now }: Stamp): StoredNote {
  return { ...standing, changedAt: now, removedAt: now, clock: tickClock(standing.clock, browser) };
}

function indexNotes(notes: readonly NoteWithHistory[]): Map<string, NoteWithHistory> {
  return new Map(notes.map((side) => [keyOf(side.note), side]));
}

function keyOf({ account, loan }: NotePlace): string {
  return `${account} ${loan}`;
}
