import { describe, expect, it } from 'vitest';
import type { LoanKey } from '#lib/loan/ids.ts';
import type { Note } from '#lib/notes/note.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { createNoteSearch } from '#lib/notes/search-notes.ts';

const createNote = (number: number, change: Partial<Note>): Note => ({
  ...emptyFields,
  loan: `loan:${number}` as LoanKey,
  revision: 1,
  createdAt: 1,
  changedAt: 1,
  ...change,
});

const search = createNoteSearch([
  createNote(12, { text: 'Paid LATE twice' }),
  createNote(345, { text: 'paid', tags: ['Late'] }),
  createNote(6, { text: '', mark: 'avoid' }),
]);

describe('the search in notes', () => {
  it.each<[string, number[]]>([
    ['', [0, 1, 2]],
    ['  ', [0, 1, 2]],
    ['late', [0, 1]],
    ['TWICE paid', [0]],
    ['#late', [1]],
    ['34', [1]],
    ['avoid', [2]],
    ['nowhere', []],
    ['.*', []],
  ])('finds for “%s” what has all of its words in it', (words, found) => {
    expect(search.find(words)).toEqual(found);
  });
});
