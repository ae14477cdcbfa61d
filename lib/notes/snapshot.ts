import type { StoredNote } from './note.ts';
import type { StoredTag } from './tag.ts';

/** Everything that a person made, at one moment. */
export interface KeptState {
  notes: readonly StoredNote[];
  tags: readonly StoredTag[];
  /** Preferences as they were stored; to be read as such. */
  preferences: unknown;
}

/** Why a snapshot was taken. */
export type SnapshotReason =
  | 'daily'
  | 'before-restore'
  | 'before-merge'
  | 'before-import'
  | 'before-change'
  | 'before-move';

/** What is known of a snapshot without reading it. */
export interface SnapshotHead {
  id: string;
  /** Epoch ms; no two are the same. */
  at: number;
  why: SnapshotReason;
  /** Notes that stood. */
  notes: number;
}

/** What changed between a snapshot and the one before it; all there is, in the first. */
export interface SnapshotContent extends KeptState {
  id: string;
}

/** What a snapshot shows: all contents up to it, one over the other. */
export function replaySnapshots(contents: readonly Omit<SnapshotContent, 'id'>[]): KeptState {
  const notes = new Map<string, StoredNote>();
  const tags = new Map<string, StoredTag>();
  let preferences: unknown = null;
  for (const content of contents) {
    for (const note of content.notes) notes.set(keyOf(note), note);
    for (const tag of content.tags) tags.set(tag.name, tag);
    preferences = content.preferences ?? preferences;
  }
  return { notes: [...notes.values()], tags: [...tags.values()], preferences };
}

/** What changed since a snapshot; undefined when nothing did. Records are never taken out, only marked as removed. */
export function findChanges(before: KeptState, now: KeptState): Omit<SnapshotContent, 'id'> | undefined {
  const notes = new Map(before.notes.map((note) => [keyOf(note), note]));
  const tags = new Map(before.tags.map((tag) => [tag.name, JSON.stringify(tag)]));
  const changes = {
    notes: now.notes.filter((note) => {
      const old = notes.get(keyOf(note));
      // What was removed long ago is emptied without a new revision.
      return old?.revision !== note.revision || old.text !== note.text;
    }),
    tags: now.tags.filter((tag) => tags.get(tag.name) !== JSON.stringify(tag)),
    preferences: isSame(before.preferences, now.preferences) ? null : now.preferences,
  };
  const { length } = [...changes.notes, ...changes.tags];
  return length === 0 && changes.preferences === null ? undefined : changes;
}

const dayMs = 86_400_000;
/** Of how many days, weeks and months back the last snapshot is kept. */
const spans = [
  { length: dayMs, count: 7 },
  { length: 7 * dayMs, count: 4 },
  { length: 30 * dayMs, count: 12 },
] as const;

/**
 * The snapshots that are no longer needed: kept is the last one of each of 7 days, 4 weeks and 12 months (of 30 days),
 * and for 7 days each one that was taken before something big.
 * @param heads by time
 */
export function findOutdated(heads: readonly SnapshotHead[], now: number): SnapshotHead[] {
  const kept = new Set<string>();
  for (const { length, count } of spans) {
    const first = Math.floor(now / length) - count + 1;
    const last = new Map<number, string>();
    for (const { id, at } of heads) {
      if (Math.floor(at / length) >= first) last.set(Math.floor(at / length), id);
    }
    for (const id of last.values()) kept.add(id);
  }
  for (const { id, at, why } of heads) {
    if (why !== 'daily' && now - at < 7 * dayMs) kept.add(id);
  }
  return heads.filter(({ id }) => !kept.has(id));
}

function keyOf({ account, loan }: StoredNote): string {
  return `${account} ${loan}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
