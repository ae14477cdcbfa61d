import type { NoteFields } from '#lib/notes/note.ts';
import { markNames } from './mark-names.ts';

/** What a note says beside its text, as one line; empty when that is nothing. */
export function describeFields({ colour, tags, mark, rating }: Omit<NoteFields, 'text'>): string {
  return [
    mark === 'none' ? [] : markNames[mark],
    rating === null ? [] : `rating ${rating} of 5`,
    colour === 'none' ? [] : colour,
    tags.map((tag) => `#${tag}`).join(' ') || [],
  ]
    .flat()
    .join(' · ');
}
