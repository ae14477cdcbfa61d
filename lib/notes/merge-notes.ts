import { compareClocks, joinClocks, type NoteClock } from './note-clock.ts';
import { emptyFields, isEmpty, pickFields } from './note-fields.ts';
import { joinTexts, mergeFields } from './merge-fields.ts';
import { isHistoryFull, measureHistory, thinHistory, toVersion } from './note-history.ts';
import { noteLimits, type NoteFields, type NoteVersion, type StoredNote } from './note.ts';

/** A note with all that is kept of its past. */
export interface NoteWithHistory {
  note: StoredNote;
  /** By revision, the note itself left out. */
  versions: readonly NoteVersion[];
}

/** What a merge made of a note. */
export type MergeOutcome =
  /** Nothing to do: all of the other side is known here. */
  | 'nothing'
  /** The other side was made knowing this one, and takes its place. */
  | 'newer'
  /** Both sides were changed apart, and are one now. */
  | 'joined';

/**
 * Merges the same note of another browser into this one's. Which side knew the other is told by their clocks, not by
 * times. Where both were changed apart, they are merged by field against the last version that both knew: of two texts
 * both stay, one under the other; of two colours, marks or ratings the later one holds. A removal counts only where
 * the other side was not changed apart from it. Whatever gives way goes into the history. Merging the same again
 * changes nothing, and both browsers come to the same note whoever merges first.
 */
export function mergeNotes(
  mine: NoteWithHistory,
  theirs: NoteWithHistory,
): { outcome: MergeOutcome; merged: NoteWithHistory } {
  if (isKnownTo(mine, theirs.note)) return { outcome: 'nothing', merged: mine };
  const isNewer = isKnownTo(theirs, mine.note);
  const note = isNewer ? { ...theirs.note, ...placeOf(mine.note) } : joinApart(mine, theirs);
  return { outcome: isNewer ? 'newer' : 'joined', merged: withPast(note, mine, theirs) };
}

/**
 * Whether a side was made knowing a version. Its clock says so; but where a profile was copied or put back, two saves
 * may bear the same clock, so what the history still holds must be the same words too.
 */
function isKnownTo({ note, versions }: NoteWithHistory, version: NoteVersion): boolean {
  if (!['same', 'after'].includes(compareClocks(note.clock, version.clock))) return false;
  // Of what was removed long ago only the mark is kept; that it says nothing is no other saying.
  if (isBareMark(note) || isBareMark(version)) return true;
  const twins = [note, ...versions].filter(({ clock }) => compareClocks(clock, version.clock) === 'same');
  return twins.length === 0 || twins.some((twin) => nameVersion(twin) === nameVersion(version));
}

function isBareMark(version: NoteVersion): boolean {
  return version.removedAt !== null && isEmpty(version);
}

function joinApart(mine: NoteWithHistory, theirs: NoteWithHistory): StoredNote {
  const [first, second] = [mine.note, theirs.note].toSorted(compareApart);
  if (first === undefined || second === undefined) return mine.note;
  const times = {
    createdAt: Math.min(first.createdAt, second.createdAt),
    changedAt: Math.max(first.changedAt, second.changedAt),
  };
  const clock = joinClocks(first.clock, second.clock);
  const standing = [first, second].filter(({ removedAt }) => removedAt === null);
  const [only] = standing;
  // What one side removed and the other wrote into stays: removing can be done again, writing cannot.
  const removedAt = standing.length > 0 ? null : Math.max(first.removedAt ?? 0, second.removedAt ?? 0);
  const fields =
    standing.length === 1 && only !== undefined
      ? pickFields(only)
      : joinFields(findBase(mine, theirs), first, second);
  return { ...mine.note, ...fields, ...times, clock, removedAt };
}

/** @param later whose colour, mark and rating hold where both sides changed them */
function joinFields(base: NoteFields, earlier: NoteFields, later: NoteFields): NoteFields {
  const { fields, clashes } = mergeFields(base, earlier, later);
  const tags = fields.tags.toSorted();
  const text = joinTexts(earlier.text, later.text);
  // A note of more than may be written could not be saved again; the earlier text is in the history.
  return clashes.includes('text') && text.length <= noteLimits.text
    ? { ...fields, tags, text }
    : { ...fields, tags };
}

/** The last version that both sides knew; an empty note when none is kept. */
function findBase(mine: NoteWithHistory, theirs: NoteWithHistory): NoteFields {
  const base = [...mine.versions, ...theirs.versions]
    .map((version) => ({ version, saves: countSaves(version.clock) }))
    .toSorted((a, b) => b.saves - a.saves || compareText(b.version, a.version))
    .find(({ version }) => isKnownTo(mine, version) && isKnownTo(theirs, version))?.version;
  return base ?? emptyFields;
}

/** The note with the past of both sides; what comes from theirs is numbered on from mine. */
function withPast(note: StoredNote, mine: NoteWithHistory, theirs: NoteWithHistory): NoteWithHistory {
  const own = [...mine.versions, toVersion(mine.note)];
  const known = new Set([...own, note].map(nameVersion));
  let { revision } = mine.note;
  const added = [...theirs.versions, toVersion(theirs.note)].flatMap((version) => {
    if (known.has(nameVersion(version))) return [];
    known.add(nameVersion(version));
    return [{ ...version, ...placeOf(mine.note), revision: (revision += 1) }];
  });
  const all = [...own, ...added].filter((version) => nameVersion(version) !== nameVersion(note));
  const versions = isHistoryFull(measureHistory(all)) ? thinHistory(all) : all;
  return { note: { ...note, revision: revision + 1, history: measureHistory(versions) }, versions };
}

function placeOf({ account, loan }: StoredNote): Pick<StoredNote, 'account' | 'loan'> {
  return { account, loan };
}

/** What makes a version this one and no other, in whatever browser it stands. */
function nameVersion({ clock, removedAt, ...rest }: NoteVersion | StoredNote): string {
  const saves = Object.entries(clock).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { text, colour, tags, mark, rating } = rest;
  return JSON.stringify([saves, removedAt, text, colour, tags.toSorted(), mark, rating]);
}

function countSaves(clock: NoteClock): number {
  return Object.values<number>(clock).reduce((sum, saves) => sum + saves, 0);
}

/** An order of two sides that does not depend on whose browser this is: the later one last. */
function compareApart(one: StoredNote, other: StoredNote): number {
  return one.changedAt - other.changedAt || compareText(one, other);
}

function compareText(one: NoteVersion | StoredNote, other: NoteVersion | StoredNote): number {
  const [a, b] = [nameVersion(one), nameVersion(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}
