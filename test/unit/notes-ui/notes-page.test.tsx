// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NoteKey } from '#lib/loan/ids.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { StoredNote } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { openPage, type RenderedPage } from '#test/unit/popup/rendered-page.tsx';
import {
  createScriptedBackground,
  linked,
  market,
  myAccount,
  savings,
  start,
  twoAccounts,
  type Answers,
  type ScriptedBackground,
} from '#test/unit/popup/scripted-background.ts';
import { Notes } from '../../../entrypoints/notes/notes.tsx';

// Nothing is laid out here: the list is told how high it is.
beforeAll(() => {
  Object.defineProperty(Element.prototype, 'clientHeight', { value: 800 });
  Object.defineProperty(Element.prototype, 'clientWidth', { value: 600 });
});

const note = (loan: string, fields: Partial<StoredNote> = {}): StoredNote => ({
  ...emptyFields,
  account: myAccount.id,
  loan: loan as NoteKey,
  revision: 3,
  createdAt: start,
  changedAt: start,
  removedAt: null,
  clock: {},
  history: { versions: 0, characters: 0 },
  ...fields,
});

const notes = [
  note('loan:3', { text: 'employer closed', tags: ['work'], changedAt: start - 1 }),
  note('loan:2', { text: 'late twice', mark: 'avoid', rating: 2, changedAt: start - 2 }),
  note('loan:1', { text: 'late once', changedAt: start - 3 }),
  note('loan:9', { text: 'gone', removedAt: start }),
];

const nothing: Answers = {
  'notes.part': () => ({ notes, next: null }),
  'notes.drafts': () => [],
  'tags.list': () => [{ name: 'work', colour: 'red', isPreset: true, notes: 4 }],
  'snapshots.list': () => [{ id: 's1', at: start - 86_400_000, why: 'daily', notes: 2 }],
  'rows.describe': ({ rows }: { rows: unknown[] }) => ({ rows: rows.map(() => ({ record: null })) }),
};

let page: RenderedPage;
let background: ScriptedBackground;

async function openNotes(face: string, answers: Answers = {}, account = linked): Promise<void> {
  location.hash = face;
  background = createScriptedBackground({ account }, { ...nothing, ...answers });
  page = await openPage(
    <Notes
      answerForEditors={() => undefined}
      loanAddress={(id) => `https://www.bondora.com/${id}`}
      copy={() => Promise.resolve()}
    />,
    background,
  );
}

afterEach(() => page.close());

/** The list counts with its height once it stands. */
const seeRows = (expected: string[]): Promise<void> => page.see(() => expect(rows()).toEqual(expected));
const rows = (): string[] =>
  [...document.querySelectorAll('.note-row')].map((row) => row.querySelector('b')?.textContent ?? '');
const sentOf = (name: string): unknown[] =>
  background.sent.filter(([sent]) => sent === name).map(([, args]) => args);

describe('the notes page', () => {
  it('shows the notes that stand, the last changed first, and what the mirror knows of their loans', async () => {
    await openNotes('notes', {
      'rows.describe': ({ rows: asked }: { rows: unknown[] }) => ({
        rows: asked.map(() => ({ record: { country: 'EE', rating: 'B', price: 12.5 } })),
      }),
    });
    await seeRows(['Loan 3', 'Loan 2', 'Loan 1']);
    expect(sentOf('rows.describe')).toEqual([]);
    background.pass(1000);
    await page.see(() =>
      expect(page.text('.note-row .more')).toMatch(/work.*EE · rating B · on sale at.*12[.,]50/),
    );
    expect(sentOf('rows.describe')).toHaveLength(1);
    // A new market: they are asked about again.
    background.knows.market = { ...market, pulledAt: start };
    background.pulse('market');
    await page.see(() => {
      background.pass(1000);
      expect(sentOf('rows.describe')).toHaveLength(2);
    });
  });

  it('finds notes as one types, and says how many', async () => {
    await openNotes('notes');
    await page.type('#search-notes', 'late');
    await seeRows(['Loan 2', 'Loan 1']);
    expect(page.text('#found')).toBe('2 notes of 3 found');
    await page.type('#search-notes', 'no such word');
    await page.click('#show-all');
    await page.see(() => expect(rows()).toHaveLength(3));
  });

  it('changes the chosen notes as they were seen, and shows the way back', async () => {
    await openNotes('notes', {
      'notes.changeMany': () => ({
        changed: ['loan:2', 'loan:1'],
        merged: [],
        same: [],
        refused: [],
        full: [],
        undo: 's1',
      }),
      'snapshots.preview': () => ({
        words: ['2 notes change.'],
        difference: { notes: { changed: 2 }, same: 1, tags: 0, settings: [], examples: [] },
      }),
      'snapshots.goBack': () => ({ words: ['2 notes change.'], undo: 's2' }),
    });
    await page.type('#search-notes', 'late');
    await page.click('#choose-all');
    await page.type('#change-tag', ' slow ');
    await page.click('#apply-change');
    await page.see(() => expect(page.text('#status')).toContain('2 notes changed.'));
    expect(sentOf('notes.changeMany')).toEqual([
      {
        account: myAccount.id,
        notes: [
          { loan: 'loan:2', revision: 3 },
          { loan: 'loan:1', revision: 3 },
        ],
        change: { make: 'add-tag', tag: 'slow' },
      },
    ]);
    await page.click('#undo');
    await page.see(() => expect(page.text('#going-back')).toContain('2 notes change.'));
    await page.click('#going-back .yes');
    await page.see(() => expect(sentOf('snapshots.goBack')).toEqual([{ id: 's1' }]));
  });

  it('keeps what is chosen when notes are written elsewhere', async () => {
    let known = notes;
    await openNotes('notes', { 'notes.part': () => ({ notes: known, next: null }) });
    await page.see(() => expect(rows()).toHaveLength(3));
    await page.click('.note-row .choice');
    known = [note('loan:7', { changedAt: start + 1 }), ...notes];
    background.pulse('notes');
    await page.see(() => expect(rows()).toEqual(['Loan 7', 'Loan 3', 'Loan 2', 'Loan 1']));
    const chosen = [...document.querySelectorAll('.note-row[aria-selected="true"] b')];
    expect(chosen.map(({ textContent }) => textContent)).toEqual(['Loan 3']);
  });

  it('brings a deleted note back', async () => {
    await openNotes('deleted', {
      'notes.changeMany': () => ({
        changed: ['loan:9'],
        merged: [],
        same: [],
        refused: [],
        full: [],
        undo: 's1',
      }),
    });
    await seeRows(['Loan 9']);
    await page.click('.note-row');
    await page.click('#bring-back');
    await page.see(() => expect(page.text('#status')).toContain('1 note brought back.'));
    expect(sentOf('notes.changeMany')).toMatchObject([{ change: { make: 'bring-back' } }]);
  });

  it('says of a tag how many notes carry it before it goes', async () => {
    await openNotes('tags', { 'tags.remove': () => ({ notes: 4, undo: 's1' }) });
    await page.click('button[aria-label="Remove work"]');
    expect(page.text('#confirm-tag')).toContain('4 notes carry it.');
    expect(sentOf('tags.remove')).toEqual([]);
    await page.click('#confirm-tag .yes');
    await page.see(() => expect(page.text('#status')).toContain('The tag “work” is gone. 4 notes changed.'));
  });

  it('moves the notes of one account to another only after showing what would happen', async () => {
    const preview = { words: ['3 notes move.'], counts: { moved: 3, joined: 0, stay: 0 } };
    await openNotes(
      'moving',
      { 'notes.movePreview': () => preview, 'notes.move': () => ({ ...preview, undo: 's1' }) },
      twoAccounts,
    );
    await page.click('#look-at-move');
    await page.see(() => expect(page.text('#confirm-move')).toContain('3 notes move.'));
    expect(sentOf('notes.move')).toEqual([]);
    await page.click('#confirm-move .yes');
    await page.see(() => expect(page.text('#status')).toContain('3 notes moved to “Savings”.'));
    expect(sentOf('notes.move')).toEqual([{ from: myAccount.id, to: savings.id, loans: null }]);
  });

  it('lets a draft that was left behind go only when asked twice', async () => {
    let drafts: StoredDraft[] = [
      {
        account: myAccount.id,
        loan: 'loan:4' as NoteKey,
        editor: 'e1',
        revision: 0,
        at: start,
        draft: { text: 'never saved', colour: 'none', tags: [] },
      },
    ];
    await openNotes('notes', {
      'notes.drafts': () => drafts,
      'notes.dropDraft': () => {
        drafts = [];
        return null;
      },
    });
    expect(page.text('#left-drafts')).toContain('never saved');
    await page.click('button[aria-label="Discard the draft of Loan 4"]');
    expect(sentOf('notes.dropDraft')).toEqual([]);
    await page.click('#left-drafts .danger');
    await page.see(() => expect(page.has('#left-drafts')).toBe(false));
    expect(sentOf('notes.dropDraft')).toEqual([{ editor: 'e1' }]);
  });

  it('tells what could not be done, and leaves everything as it stands', async () => {
    await openNotes('tags', {
      'tags.save': () => {
        throw Object.assign(new Error('The disk is full, so this could not be saved.'), { data: {} });
      },
    });
    await page.type('#new-tag-name', 'next');
    await page.click('#make-tag');
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full, so this could not be saved.'));
    expect(page.findAs(HTMLInputElement, '#new-tag-name').value).toBe('next');
  });
});
