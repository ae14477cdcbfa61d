import { countCharacters } from './note-fields.ts';
import type { NoteFields } from './note.ts';

/** So many characters of notes go into one message: browsers take no message of more than 64 MB. */
export const partLength = 8_000_000;

/**
 * The next part of a long list, at least one note of it.
 * @param after the key after which it begins; null for the first part
 * @returns `next`: the key after which the next part begins; null when this is the last
 */
export function takePart<N extends NoteFields & { loan: string }>(
  notes: readonly N[],
  after: string | null,
): { notes: N[]; next: string | null } {
  const rest = notes
    .filter(({ loan }) => after === null || loan > after)
    .toSorted((a, b) => (a.loan < b.loan ? -1 : 1));
  let length = 0;
  const end = rest.findIndex((note, at) => {
    length += countCharacters(note);
    return at > 0 && length > partLength;
  });
  if (end < 0) return { notes: rest, next: null };
  const part = rest.slice(0, end);
  return { notes: part, next: part.at(-1)?.loan ?? null };
}
