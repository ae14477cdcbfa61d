import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { planImport } from '#lib/backup/import-rows.ts';
import { toMarkdown, toNoteRows } from '#lib/backup/note-rows.ts';
import type { NoteKey } from '#lib/loan/ids.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { hostileTexts, stampOf } from '#test/unit/notes/note-arbitraries.ts';
import { account, browserHere, createSide } from './sample-contents.ts';

const stamp = stampOf(browserHere, 1000);
const standing = createSide(7, [{ ...emptyFields, text: 'late', colour: 'red' }], browserHere);
if (standing === undefined) throw new Error('There is no note.');

describe('a table of notes', () => {
  it('brings loan number, note and tags, and tells which rows it does not understand', () => {
    const plan = planImport(
      [
        ['Loan number', 'Comment', 'Tags'],
        ['12-3', 'first', 'a; b'],
        ['x', 'lost?', ''],
        [''],
        ['13', '', ''],
      ],
      account,
      [],
      stamp,
    );
    expect(plan.writes.map(({ note }) => note)).toMatchObject([
      { loan: 'loan:12', text: 'first', tags: ['a', 'b'] },
    ]);
    expect(plan).toMatchObject({
      added: 1,
      unread: [
        { line: 3, why: '“x” is no loan number.' },
        { line: 5, why: 'The row holds no note.' },
      ],
    });
  });

  it('holds notes on parts, listings and borrowers too, out and back', () => {
    const guid = '0000000a-1111-4111-8111-111111111111';
    const keys = ['loan:12', `auction:${guid}`, `part:${guid}`, `listing:${guid}`, 'borrower:=BO1'];
    const notes = keys.map((key) => ({ ...standing.note, loan: key as NoteKey }));
    const csv = Papa.unparse(toNoteRows(notes));
    const rows = Papa.parse<string[]>(csv).data;
    const { writes, unread } = planImport(rows, account, [], stamp);
    expect(writes.map(({ note }) => note.loan)).toEqual(keys);
    expect(unread).toEqual([]);
    expect(toMarkdown('Notes', notes)).toContain(`## Part ${guid}`);
    const wrong = planImport([['borrower:two words', 'x']], account, [], stamp);
    expect(wrong.unread).toHaveLength(1);
  });

  it('adds words to a note that is here, and the same ones only once', () => {
    const rows = [['7', 'pays again', 'new']];
    const first = planImport(rows, account, [standing], stamp);
    expect(first).toMatchObject({ added: 0, joined: 1 });
    expect(first.writes[0]?.note).toMatchObject({ text: 'late\n\npays again', colour: 'red', tags: ['new'] });
    expect(first.writes[0]?.versions).toMatchObject([{ text: 'late' }]);
    expect(planImport(rows, account, first.writes, stamp)).toMatchObject({ same: 1, writes: [] });
  });

  it('goes out as CSV and comes back with the words as they were', () => {
    const notes = hostileTexts
      .filter((text) => !text.includes('\uD83D ') && !text.endsWith('\uD83D'))
      .flatMap(
        (text, i) => createSide(i, [{ ...emptyFields, text, tags: ['x'], rating: 3 }], browserHere) ?? [],
      );
    const rows = toNoteRows(notes.map(({ note }) => note));
    expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    const { data } = Papa.parse<string[]>(Papa.unparse(rows));
    const plan = planImport(data, account, [], stamp);
    expect(plan.unread).toEqual([]);
    expect(plan.writes.map(({ note }) => note.text)).toEqual(notes.map(({ note }) => note.text));
    expect(plan.writes[0]?.note).toMatchObject({ tags: ['x'], rating: 3 });
  });

  it('goes out as Markdown in which what was written is quoted', () => {
    const side = createSide(
      9,
      [{ ...emptyFields, text: '# one\n> two', mark: 'avoid', rating: 2 }],
      browserHere,
    );
    expect(toMarkdown('Notes', side === undefined ? [] : [side.note])).toBe(
      '# Notes\n\n## Loan 9\n\n> # one\n> > two\n\nmark: avoid · rating: 2 of 5 · changed: 1970-01-01\n',
    );
  });
});
