import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { LoanKey } from '#lib/loan/ids.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createNotesRepository, type NotesRepository } from '#lib/store/notes-repository.ts';

const loan = 'loan:7' as LoanKey;
const other = 'loan:8' as LoanKey;
const draft = { text: 'late twice', colour: 'red', tags: [] } as const;

function createRepository(): NotesRepository {
  return createNotesRepository(createDatabase(crypto.randomUUID()));
}

describe('createNotesRepository', () => {
  it('gives a saved note back, and nothing for a loan without one', async () => {
    const notes = createRepository();
    const saved = await notes.save(loan, draft, 0, 5);
    expect(await notes.read([loan, other, loan])).toEqual(new Map([[loan, saved]]));
  });

  it('lets exactly one of two saves that saw the same revision win', async () => {
    const notes = createRepository();
    const outcomes = await Promise.allSettled([
      notes.save(loan, { ...draft, text: 'one' }, 0, 5),
      notes.save(loan, { ...draft, text: 'two' }, 0, 5),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = (await notes.read([loan])).get(loan);
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled');
    expect(kept).toEqual(winner?.value);
  });

  it('forgets a removed note for pages and refuses to remove what was changed meanwhile', async () => {
    const notes = createRepository();
    await notes.save(loan, draft, 0, 5);
    await notes.save(loan, draft, 1, 6);
    await expect(notes.remove(loan, 1, 7)).rejects.toMatchObject({ code: 'revision-conflict' });
    await notes.remove(loan, 2, 8);
    expect(await notes.read([loan])).toEqual(new Map());
    await notes.remove(other, 0, 8);
  });
});
