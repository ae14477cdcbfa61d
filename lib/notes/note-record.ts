import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { emptyFields } from './note-fields.ts';
import type { NoteFields } from './note.ts';

/**
 * The fields that formulas, filters and columns read of all notes that concern one row: texts one under the other, tags of
 * all; colour, mark and rating of the first that has one. Without a note they are known to be empty.
 * @param notes the row's own first
 */
export function readNoteFields(notes: readonly NoteFields[]): LoanRecord {
  const first = <Field extends 'colour' | 'mark' | 'rating'>(field: Field): NoteFields[Field] =>
    notes.find((note) => note[field] !== emptyFields[field])?.[field] ?? emptyFields[field];
  return {
    note: notes
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n\n'),
    tags: [...new Set(notes.flatMap(({ tags }) => tags))],
    noteColour: first('colour'),
    noteMark: first('mark'),
    noteRating: first('rating'),
  };
}
