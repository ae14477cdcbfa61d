// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { NotesFound } from '#lib/messages/notes-protocol.ts';
import type { Note } from '#lib/notes/note.ts';
import { hostileTexts } from '#test/unit/notes/note-arbitraries.ts';
import { openPopup } from './open-popup.tsx';
import { createScriptedBackground, myAccount } from './scripted-background.ts';

const account: AccountId = myAccount.id;
const field = '#search input';

function createNote(key: string, text: string): Note {
  return {
    loan: key as NoteKey,
    text,
    colour: 'red',
    tags: ['late'],
    mark: 'avoid',
    rating: 2,
    revision: 1,
    createdAt: 1,
    changedAt: 2,
  };
}

function find(notes: readonly Note[], loan: NotesFound['loan'] = null): () => NotesFound {
  return () => ({ notes: notes.length, found: notes.length, hits: [...notes], loan });
}

describe('the search in the popup', () => {
  it('finds notes as one types, and opens the editor of one in its place', async () => {
    const note = createNote('borrower:BO1', 'Pays late');
    const background = createScriptedBackground(
      {},
      { 'notes.find': find([note]), 'notes.read': () => ({ account, note }) },
    );
    const page = await openPopup(background);
    await page.type(field, 'late');
    await page.see(() =>
      expect(page.text('.hit')).toBe('borrower BO1Pays lateAvoid · rating 2 of 5 · #late'),
    );
    expect(page.text('#search [role=status]')).toBe('1 of 1 note');
    await page.click('.hit');
    await page.see(() => expect(page.findAs(HTMLTextAreaElement, '.note textarea').value).toBe('Pays late'));
    expect(page.text('.note h1')).toBe('Note on borrower BO1');
    expect(page.findAs(HTMLInputElement, '.mark-avoid input').checked).toBe(true);
    await page.click('.note .close');
    await page.see(() => expect(page.findAs(HTMLInputElement, field).value).toBe('late'));
  });

  it('finds a loan by its number, known or not, and opens all that concerns it', async () => {
    const key = 'loan:1001' as NoteKey;
    const borrower = 'borrower:BO1' as NoteKey;
    const background = createScriptedBackground(
      {},
      {
        'notes.find': find([], { key, record: { rating: 'B', country: 'EE', interest: 0.2 } } as never),
        'rows.describe': () => ({
          rows: [{ account, loan: key, record: null, note: null, others: [], subjects: [key, borrower] }],
        }),
      },
    );
    const page = await openPopup(background);
    await page.type(field, '1001');
    await page.see(() => expect(page.text('.hit')).toContain('loan 1001B, EE, 20.0%, no note yet'));
    await page.click('.hit');
    await page.see(() => expect(page.text('.about')).toBe('LoanBorrower'));
    await page.click('.about button:nth-child(2)');
    await page.see(() => expect(page.text('.note h1')).toBe('Note on borrower BO1'));
  });

  it('tells what was written and never saved, and why nothing was found', async () => {
    const background = createScriptedBackground(
      {},
      {
        'notes.find': find([]),
        'notes.drafts': () => [
          { account, loan: 'part:x', editor: 'e', draft: { text: 'Half' }, revision: 0, at: 1 },
        ],
      },
    );
    const page = await openPopup(background);
    await page.see(() => expect(page.text('.hit.lost')).toContain('not saved'));
    await page.type(field, 'nothing');
    await page.see(() => expect(page.text('#search [role=status]')).toBe('There are no notes yet.'));
    expect(page.has('.lost')).toBe(false);
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 20), text]))(
    'shows “%s” as text, in the list and in the editor',
    async (_, text = '') => {
      const note = createNote('loan:7', text);
      const background = createScriptedBackground(
        {},
        {
          'notes.find': find([note]),
          'rows.describe': () => ({ rows: [] }),
          'notes.read': () => ({ account, note }),
        },
      );
      const page = await openPopup(background);
      await page.type(field, 'x');
      await page.see(() => expect(page.find('.hit .start').textContent).toBe(text));
      expect(page.find('.hit .start').children).toHaveLength(0);
      await page.click('.hit');
      await page.see(() =>
        expect(page.findAs(HTMLTextAreaElement, '.note textarea').value).toBe(
          text.replaceAll(/\r\n|\r/g, '\n'),
        ),
      );
    },
  );
});
