import { useMemo } from 'preact/hooks';
import { isWanted } from '#lib/notes/filter-notes.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import { orderNotes } from '#lib/notes/order-notes.ts';
import { createNoteSearch } from '#lib/notes/search-notes.ts';
import type { Wanted } from './filter-row.tsx';

/**
 * The notes that are wanted, in order. What typing a letter costs is one search: order and index are made anew only when the
 * notes or their order change.
 */
export function useFoundNotes(
  notes: readonly StoredNote[],
  wanted: Wanted,
  shown: 'standing' | 'removed',
): readonly StoredNote[] {
  const { words, order } = wanted;
  const ordered = useMemo(() => {
    const own = notes.filter(({ removedAt }) => (removedAt === null) === (shown === 'standing'));
    return orderNotes(own, order);
  }, [notes, order, shown]);
  const search = useMemo(() => createNoteSearch(ordered), [ordered]);
  return useMemo(
    () =>
      search.find(words).flatMap((at) => {
        const note = ordered[at];
        return note !== undefined && isWanted(note, wanted) ? [note] : [];
      }),
    [search, wanted],
  );
}
