import { countCharacters, pickFields } from './note-fields.ts';
import type { NoteVersion, StoredNote } from './note.ts';

/**
 * How much history is kept of a note. When there is more, versions that stood only for moments go first; the newest
 * and the first one go last.
 */
export const historyLimits = { versions: 60, characters: 4_000_000, newest: 10 } as const;

/** The note as it goes into the history when another version takes its place. */
export function toVersion(note: StoredNote): NoteVersion {
  const { account, loan, revision, changedAt, removedAt, clock } = note;
  return { account, loan, revision, changedAt, removedAt, clock, ...pickFields(note) };
}

/** What the history takes, for `StoredNote.history`. */
export function measureHistory(versions: readonly NoteVersion[]): StoredNote['history'] {
  return {
    versions: versions.length,
    characters: versions.reduce((sum, version) => sum + countCharacters(version), 0),
  };
}

/** Whether a history is over its limits. */
export function isHistoryFull({ versions, characters }: StoredNote['history']): boolean {
  return versions > historyLimits.versions || characters > historyLimits.characters;
}

/**
 * The versions to keep of a history that is over its limits: a quarter less than those, so that not every save has to.
 * @param versions any order
 * @returns by time
 */
export function thinHistory(versions: readonly NoteVersion[]): NoteVersion[] {
  const kept = versions.toSorted((a, b) => a.changedAt - b.changedAt || a.revision - b.revision);
  let { characters } = measureHistory(kept);
  const isOver = (): boolean =>
    kept.length > historyLimits.versions * 0.75 || characters > historyLimits.characters * 0.75;
  while (kept.length > 1 && isOver()) {
    const [dropped] = kept.splice(findShortest(kept), 1);
    if (dropped !== undefined) characters -= countCharacters(dropped);
  }
  return kept;
}

/** The version that stood for the shortest time, of those that may go now. */
function findShortest(versions: readonly NoteVersion[]): number {
  const end = Math.max(2, versions.length - historyLimits.newest);
  let found = 1;
  for (let at = 1; at < Math.min(end, versions.length); at++) {
    if (stoodFor(versions, at) < stoodFor(versions, found)) found = at;
  }
  return found;
}

function stoodFor(versions: readonly NoteVersion[], at: number): number {
  return (versions[at + 1]?.changedAt ?? Number.MAX_SAFE_INTEGER) - (versions[at]?.changedAt ?? 0);
}
