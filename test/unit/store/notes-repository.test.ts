import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createNotesRepository, type NotesRepository } from '#lib/store/notes-repository.ts';

const account = 'mine' as AccountId;
const loan = 'loan:7' as LoanKey;
const place = { account, loan };
const other = 'loan:8' as LoanKey;
const draft = { text: 'late twice', colour: 'red', tags: [] } as const;

function createRepository(): NotesRepository {
  return createNotesRepository(createDatabase(crypto.randomUUID()));
}

describe('createNotesRepository', () => {
  it('gives a saved note back, and nothing for a loan without one', async () => {
    const notes = createRepository();
    const saved = await notes.save(place, draft, 0, 5);
    expect(await notes.read(account, [loan, other, loan])).toEqual(new Map([[loan, saved]]));
  });

  it('lets exactly one of two saves that saw the same revision win', async () => {
    const notes = createRepository();
    const outcomes = await Promise.allSettled([
      notes.save(place, { ...draft, text: 'one' }, 0, 5),
      notes.save(place, { ...draft, text: 'two' }, 0, 5),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = (await notes.read(account, [loan])).get(loan);
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled');
    expect(kept).toEqual(winner?.value);
  });

  it('forgets a removed note for pages and refuses to remove what was changed meanwhile', async () => {
    const notes = createRepository();
    await notes.save(place, draft, 0, 5);
    await notes.save(place, draft, 1, 6);
    await expect(notes.remove(place, 1, 7)).rejects.toMatchObject({ code: 'revision-conflict' });
    await notes.remove(place, 2, 8);
    expect(await notes.read(account, [loan])).toEqual(new Map());
    await notes.remove({ account, loan: other }, 0, 8);
  });

  it('never mixes the notes of two accounts', async () => {
    const notes = createRepository();
    const theirs = 'theirs' as AccountId;
    const mine = await notes.save(place, { ...draft, text: 'mine' }, 0, 5);
    const foreign = await notes.save({ account: theirs, loan }, { ...draft, text: 'theirs' }, 0, 6);
    expect(await notes.read(account, [loan])).toEqual(new Map([[loan, mine]]));
    expect(await notes.read(theirs, [loan])).toEqual(new Map([[loan, foreign]]));
  });
});
