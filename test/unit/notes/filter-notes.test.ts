import { describe, expect, it } from 'vitest';
import type { NoteKey } from '#lib/loan/ids.ts';
import { anyNote, isWanted, type NoteFilter } from '#lib/notes/filter-notes.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { Note } from '#lib/notes/note.ts';
import { partLength, takePart } from '#lib/notes/part-notes.ts';
import { orderNotes, type NoteOrder } from '#lib/notes/order-notes.ts';

const note = (loan: string, fields: Partial<Note> = {}): Note => ({
  ...emptyFields,
  loan: loan as NoteKey,
  revision: 1,
  createdAt: 1,
  changedAt: 1,
  ...fields,
});

describe('a filter of notes', () => {
  const marked = note('loan:1', { mark: 'avoid', colour: 'red', rating: 2, tags: ['late'] });
  it.each<[Partial<NoteFilter>, boolean, boolean]>([
    [{}, true, true],
    [{ mark: 'avoid' }, true, false],
    [{ mark: 'none' }, false, true],
    [{ colour: 'red' }, true, false],
    [{ rating: 2 }, true, false],
    [{ rating: 'none' }, false, true],
    [{ tag: 'late' }, true, false],
    [{ tag: 'late', mark: 'watch' }, false, false],
  ])('%j finds what has all of it', (part, first, second) => {
    const filter = { ...anyNote, ...part };
    expect([isWanted(marked, filter), isWanted(note('loan:2'), filter)]).toEqual([first, second]);
  });
});

describe('the order of notes', () => {
  const notes = [
    note('loan:10', { createdAt: 3, changedAt: 3, rating: 1 }),
    note('auction:a', { createdAt: 2, changedAt: 9 }),
    note('loan:9', { createdAt: 5, changedAt: 5, rating: 4 }),
  ];
  it.each<[NoteOrder, string[]]>([
    ['changed', ['auction:a', 'loan:9', 'loan:10']],
    ['made', ['loan:9', 'loan:10', 'auction:a']],
    ['rating', ['loan:9', 'loan:10', 'auction:a']],
    ['loan', ['loan:9', 'loan:10', 'auction:a']],
  ])('by %s puts the newest, best or lowest first', (order, expected) => {
    expect(orderNotes(notes, order).map(({ loan }) => loan)).toEqual(expected);
  });
});

describe('the parts of a long list', () => {
  it('hold every note once, each part as much as fits or one note that alone does not', () => {
    const third = 'x'.repeat(partLength / 3);
    const texts = [third, third, third, third + third + third + third, '', third];
    const notes = texts.map((text, at) => note(`loan:${at}`, { text }));
    const parts: string[][] = [];
    let after: string | null = null;
    do {
      const { notes: part, next }: ReturnType<typeof takePart<Note>> = takePart(notes.toReversed(), after);
      parts.push(part.map(({ loan }) => loan.slice(5)));
      after = next;
    } while (after !== null);
    expect(parts).toEqual([['0', '1', '2'], ['3'], ['4', '5']]);
  });
});
