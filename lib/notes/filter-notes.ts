import type { NoteColour, NoteFields, NoteMark, NoteRating } from './note.ts';

/** Which notes are wanted, beside the words in them. */
export interface NoteFilter {
  mark: NoteMark | 'any';
  colour: NoteColour | 'any';
  /** `none`: those without one. */
  rating: NoteRating | 'none' | 'any';
  /** Null for any, and for none. */
  tag: string | null;
}

/** Wants every note. */
export const anyNote: NoteFilter = { mark: 'any', colour: 'any', rating: 'any', tag: null };

/** Whether a note is one of those that are wanted. */
export function isWanted(note: NoteFields, { mark, colour, rating, tag }: NoteFilter): boolean {
  return (
    (mark === 'any' || note.mark === mark) &&
    (colour === 'any' || note.colour === colour) &&
    (rating === 'any' || (note.rating ?? 'none') === rating) &&
    (tag === null || note.tags.includes(tag))
  );
}
