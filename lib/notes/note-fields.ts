import type { NoteFields } from './note.ts';

/** What a note says when nothing was written yet. */
export const emptyFields: NoteFields = { text: '', colour: 'none', tags: [], mark: 'none', rating: null };

/** The fields alone, of whatever carries them. */
export function pickFields({ text, colour, tags, mark, rating }: NoteFields): NoteFields {
  return { text, colour, tags, mark, rating };
}

/** Whether two notes say the same; the order of tags says nothing. */
export function isSameFields(one: NoteFields, other: NoteFields): boolean {
  return (
    one.text === other.text &&
    one.colour === other.colour &&
    one.mark === other.mark &&
    one.rating === other.rating &&
    isSameTags(one.tags, other.tags)
  );
}

/** Whether nothing stands in the note at all. */
export function isEmpty(fields: NoteFields): boolean {
  return isSameFields(fields, emptyFields);
}

/** How much room the words of a note take, in characters. */
export function countCharacters({ text, tags }: NoteFields): number {
  return tags.reduce((sum, tag) => sum + tag.length, text.length);
}

function isSameTags(one: readonly string[], other: readonly string[]): boolean {
  const tags = new Set(one);
  return tags.size === new Set(other).size && other.every((tag) => tags.has(tag));
}
