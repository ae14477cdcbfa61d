import { tickClock, type Stamp } from './note-clock.ts';
import type { NoteColour, StoredNote } from './note.ts';

/** A tag that a person gave a colour, or put among those that every editor offers. */
export interface Tag {
  name: string;
  colour: NoteColour;
  /** Whether it is offered in every editor. */
  isPreset: boolean;
}

/** A tag as it is kept: of one that was removed the mark stays, for other browsers. */
export interface StoredTag extends Tag {
  /** Epoch ms. */
  changedAt: number;
  /** Epoch ms; null while it stands. */
  removedAt: number | null;
}

/** A tag, and how many notes carry it. */
export interface TagUse extends Tag {
  notes: number;
}

/** How many tags can be kept. */
export const tagLimits = { tags: 500 } as const;

/**
 * The note with another tag in the place of one; undefined when the note does not carry it. A removed note is changed
 * too, so that the old name does not come back with it.
 * @param to null takes the tag off
 */
export function replaceTag(
  note: StoredNote,
  from: string,
  to: string | null,
  { browser, now }: Stamp,
): StoredNote | undefined {
  if (!note.tags.includes(from)) return undefined;
  const tags = note.tags.map((tag) => (tag === from ? to : tag)).filter((tag) => tag !== null);
  return {
    ...note,
    tags: [...new Set(tags)],
    revision: note.revision + 1,
    changedAt: now,
    clock: tickClock(note.clock, browser),
  };
}

/** All tags there are: those on record and those that only notes carry, by name. */
export function listTagUses(
  tags: readonly StoredTag[],
  notes: Iterable<Pick<StoredNote, 'tags' | 'removedAt'>>,
): TagUse[] {
  const uses = new Map<string, TagUse>();
  for (const { name, colour, isPreset, removedAt } of tags) {
    if (removedAt === null) uses.set(name, { name, colour, isPreset, notes: 0 });
  }
  for (const note of notes) {
    if (note.removedAt !== null) continue;
    for (const name of note.tags) {
      const use = uses.get(name) ?? { name, colour: 'none', isPreset: false, notes: 0 };
      uses.set(name, { ...use, notes: use.notes + 1 });
    }
  }
  return [...uses.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The tags of two browsers as one: of each tag what was changed last. The same comes out whoever merges. */
export function mergeTags(mine: readonly StoredTag[], theirs: readonly StoredTag[]): StoredTag[] {
  const merged = new Map<string, StoredTag>();
  for (const tag of [...mine, ...theirs]) {
    const standing = merged.get(tag.name);
    if (standing === undefined || isLater(tag, standing)) merged.set(tag.name, tag);
  }
  return [...merged.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isLater(tag: StoredTag, standing: StoredTag): boolean {
  if (tag.changedAt !== standing.changedAt) return tag.changedAt > standing.changedAt;
  const say = ({ colour, isPreset, removedAt }: StoredTag): string =>
    JSON.stringify([colour, isPreset, removedAt]);
  return say(tag) > say(standing);
}
