import { followNote } from './follow-note.ts';
import type { NoteWithHistory } from './merge-notes.ts';
import type { Stamp } from './note-clock.ts';
import { replaceTag, type StoredTag } from './tag.ts';

/** What a tag's new name, or its end, makes of notes and tags. */
export interface RetagPlan {
  notes: NoteWithHistory[];
  tags: StoredTag[];
  /** Notes that stand and change. */
  count: number;
}

/**
 * Renames a tag on record and on all notes of all accounts, or takes it off them when `to` is null. A tag that bears the
 * name already keeps its colour: both are one then.
 */
export function planRetag(
  standing: { notes: readonly NoteWithHistory[]; tags: readonly StoredTag[] },
  from: string,
  to: string | null,
  stamp: Stamp,
): RetagPlan {
  if (from === to) return { notes: [], tags: [], count: 0 };
  const changed = standing.notes.flatMap((side) => {
    const next = replaceTag(side.note, from, to, stamp);
    return next === undefined ? [] : [followNote(side, next)];
  });
  return {
    notes: changed,
    tags: retagRecord(standing.tags, from, to, stamp.now),
    count: changed.filter(({ note }) => note.removedAt === null).length,
  };
}

function retagRecord(tags: readonly StoredTag[], from: string, to: string | null, now: number): StoredTag[] {
  const find = (name: string): StoredTag | undefined =>
    tags.find((tag) => tag.name === name && tag.removedAt === null);
  const old = find(from);
  if (old === undefined) return [];
  const gone = { ...old, changedAt: now, removedAt: now };
  return to === null || find(to) !== undefined
    ? [gone]
    : [gone, { ...old, name: to, changedAt: now, removedAt: null }];
}
