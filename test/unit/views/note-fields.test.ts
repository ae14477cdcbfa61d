import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { completeFormula } from '#lib/formula/complete.ts';
import { explainRow } from '#lib/formula/explain.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { readNoteFields } from '#lib/notes/note-record.ts';
import type { NoteFields } from '#lib/notes/note.ts';
import { applyFilters } from '#lib/views/apply-filters.ts';
import { createRow, listComparisons, listValues } from '#lib/views/builder-choices.ts';
import { createFormulaColumn } from '#lib/views/columns/formula.ts';
import { createViewNames } from '#lib/views/view-names.ts';

const today = 20_779 as Day;
const note: NoteFields = {
  ...emptyFields,
  text: 'Pays late, then catches up',
  tags: ['late payer'],
  mark: 'avoid',
  rating: 2,
  colour: 'red',
};

function judge(formula: string, notes: readonly NoteFields[] | null): string | null | undefined {
  const record = notes === null ? {} : readNoteFields(notes);
  const filter = { id: 'a', name: '', formula, effect: { do: 'fade' }, on: true } as const;
  const { rows, faults } = applyFilters([filter], [record], today, createViewNames({ formulaColumns: [] }));
  expect(faults).toEqual([]);
  const checked = checkFilter(formula);
  if (!('ok' in checked)) throw new Error(JSON.stringify(checked));
  const match = rows[0]?.match;
  // What explains a row says the same as what judges it.
  expect(explainRow(checked.ok, record, today).verdict).toBe(match);
  return match;
}

describe('what the person noted, in filters', () => {
  it.each([
    ['mark = avoid'],
    ['note mark = avoid'],
    ['my mark in [watch, avoid]'],
    ['tags contains "late payer"'],
    ['my tags contains "late payer"'],
    ['my rating <= 2'],
    ['rating of mine = 2'],
    ['note rating < 3'],
    ['note contains "catches"'],
    ['my note contains "LATE"'],
    ['note colour = red'],
  ])('%s matches a row that is noted so, no other, and is unknown where no note is known', (formula) => {
    expect([judge(formula, [note]), judge(formula, null)]).toEqual(['yes', 'unknown']);
    expect(judge(formula, [])).toBe(formula.includes('rating') ? 'unknown' : 'no');
  });

  it('take the loan’s own mark first, and the tags and words of all notes that concern it', () => {
    const loan = { ...emptyFields, mark: 'watch', tags: ['a'], text: 'On the loan' } as const;
    const borrower = { ...note, tags: ['b'] };
    expect(readNoteFields([loan, borrower])).toEqual({
      note: 'On the loan\n\nPays late, then catches up',
      tags: ['a', 'b'],
      noteColour: 'red',
      noteMark: 'watch',
      noteRating: 2,
    });
  });

  it('are chosen and completed from the words that there are', () => {
    expect(listValues('noteMark')).toEqual(['none', 'watch', 'avoid', 'mine']);
    expect(createRow('noteMark', today).test).toMatchObject({ value: { value: 'word', word: 'none' } });
    expect(listComparisons('noteMark')).toContain('in');
    const { options } = completeFormula('mark = a', 8);
    expect(options[0]).toMatchObject({ kind: 'word', text: 'avoid' });
  });
});

describe('a column of what the person noted', () => {
  it.each([['mark'], ['tags'], ['my rating * 2'], ['if(note contains "late", 1, 0)']])(
    '%s holds what is private',
    (formula) => {
      const column = createFormulaColumn(
        { id: 'formula', title: 'Mine', formula, format: { as: 'auto' } },
        today,
      );
      expect(column.errors).toEqual([]);
      expect(column.holdsPrivate).toBe(true);
    },
  );

  it('is told from one that reads the market alone', () => {
    const formula = { id: 'formula', title: 'Mine', formula: 'price * 2', format: { as: 'auto' } } as const;
    expect(createFormulaColumn(formula, today).holdsPrivate).toBeUndefined();
  });
});
