import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { Stamp } from '#lib/notes/note-clock.ts';
import { historyLimits } from '#lib/notes/note-history.ts';
import { undoMs } from '#lib/notes/revise.ts';
import { createDatabase, type Database } from '#lib/store/database.ts';
import { createDraftsRepository } from '#lib/store/drafts-repository.ts';
import { createNotesRepository, type NotesRepository } from '#lib/store/notes-repository.ts';
import { hostileTexts, stampOf } from '#test/unit/notes/note-arbitraries.ts';
import { fillDisk } from './full-disk.ts';

const account = 'mine' as AccountId;
const loan = 'loan:7' as LoanKey;
const place = { account, loan };
const other = 'loan:8' as LoanKey;
const draft = { text: 'late twice', colour: 'red', tags: [] } as const;
const at = (now: number): Stamp => stampOf('here', now);

function createRepository(): { notes: NotesRepository; open: () => Promise<Database> } {
  const open = createDatabase(crypto.randomUUID());
  return { notes: createNotesRepository(open), open };
}

describe('createNotesRepository', () => {
  it('gives a saved note back, and nothing for a loan without one', async () => {
    const { notes } = createRepository();
    const saved = await notes.save(place, draft, 0, at(5));
    expect(await notes.read(account, [loan, other, loan])).toEqual(new Map([[loan, saved]]));
  });

  it('lets exactly one of two texts win that saw the same revision', async () => {
    const { notes } = createRepository();
    const outcomes = await Promise.allSettled([
      notes.save(place, { ...draft, text: 'one' }, 0, at(5)),
      notes.save(place, { ...draft, text: 'two' }, 0, at(5)),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = (await notes.read(account, [loan])).get(loan);
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled');
    expect(kept).toEqual(winner?.value);
  });

  it('merges two saves that saw the same revision and changed different fields', async () => {
    const { notes } = createRepository();
    await notes.save(place, draft, 0, at(1));
    await Promise.all([
      notes.save(place, { ...draft, text: 'late thrice' }, 1, at(2)),
      notes.save(place, { ...draft, mark: 'avoid', tags: ['late'] }, 1, at(2)),
    ]);
    expect((await notes.read(account, [loan])).get(loan)).toMatchObject({
      text: 'late thrice',
      mark: 'avoid',
      tags: ['late'],
      revision: 3,
    });
  });

  it('keeps what the note was before each change', async () => {
    const { notes } = createRepository();
    await notes.save(place, draft, 0, at(1));
    await notes.save(place, { ...draft, text: 'more' }, 1, at(2));
    await notes.remove(place, 2, at(3));
    expect(await notes.history(place)).toMatchObject([
      { text: 'late twice', revision: 1, changedAt: 1 },
      { text: 'more', revision: 2, changedAt: 2 },
    ]);
  });

  it('keeps no endless history: the first and the newest versions stay', async () => {
    const { notes } = createRepository();
    for (let revision = 0; revision < historyLimits.versions * 2; revision++)
      await notes.save(place, { ...draft, text: `${revision}` }, revision, at(revision));
    const kept = await notes.history(place);
    expect(kept.length).toBeLessThanOrEqual(historyLimits.versions);
    const [note] = await notes.list(account);
    expect(note?.history.versions).toBe(kept.length);
    expect(kept[0]).toMatchObject({ text: '0' });
    expect(kept.slice(-historyLimits.newest).map(({ revision }) => revision)).toEqual(
      Array.from(
        { length: historyLimits.newest },
        (_, i) => historyLimits.versions * 2 - historyLimits.newest + i,
      ),
    );
  });

  it('forgets a removed note for pages and refuses to remove what was changed meanwhile', async () => {
    const { notes } = createRepository();
    await notes.save(place, draft, 0, at(5));
    await notes.save(place, draft, 1, at(6));
    await expect(notes.remove(place, 1, at(7))).rejects.toMatchObject({ code: 'revision-conflict' });
    await notes.remove(place, 2, at(8));
    expect(await notes.read(account, [loan])).toEqual(new Map());
    await notes.remove({ account, loan: other }, 0, at(8));
  });

  it('brings a removed note back within 30 days, and empties it after them', async () => {
    const { notes } = createRepository();
    await notes.save(place, draft, 0, at(5));
    await notes.remove(place, 1, at(6));
    expect(await notes.bringBack(place, at(7))).toMatchObject({ text: draft.text, revision: 3 });
    await notes.remove(place, 3, at(8));
    expect(await notes.emptyOld(8 + undoMs)).toBe(0);
    expect(await notes.emptyOld(9 + undoMs)).toBe(1);
    expect(await notes.emptyOld(9 + undoMs)).toBe(0);
    expect(await notes.history(place)).toEqual([]);
    expect(await notes.list(account)).toMatchObject([{ text: '', removedAt: 8, revision: 4 }]);
    await expect(notes.bringBack(place, at(9 + undoMs))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('drops the editor’s draft with the save, and only then', async () => {
    const { notes, open } = createRepository();
    const drafts = createDraftsRepository(open);
    const kept = { ...place, editor: 'one', draft, revision: 0, at: 1 };
    await drafts.keep(kept);
    await drafts.keep({ ...kept, editor: 'two', at: 2 });
    await expect(notes.save(place, draft, 4, at(1), 'one')).rejects.toMatchObject({
      code: 'revision-conflict',
    });
    expect((await drafts.list()).map(({ editor }) => editor)).toEqual(['two', 'one']);
    await notes.save(place, draft, 0, at(1), 'one');
    expect((await drafts.list()).map(({ editor }) => editor)).toEqual(['two']);
  });

  it('says that the disk is full, and leaves everything as it was', async () => {
    const { notes, open } = createRepository();
    const first = await notes.save(place, draft, 0, at(1));
    const full = createNotesRepository(fillDisk(open));
    await expect(full.save(place, { ...draft, text: 'more' }, 1, at(2))).rejects.toMatchObject({
      code: 'disk-full',
    });
    await expect(full.remove(place, 1, at(2))).rejects.toMatchObject({ code: 'disk-full' });
    expect(await notes.read(account, [loan])).toEqual(new Map([[loan, first]]));
    expect(await notes.history(place)).toEqual([]);
  });

  it('gives back hostile words as they were written', async () => {
    const { notes } = createRepository();
    for (const [i, text] of hostileTexts.entries()) {
      const there = { account, loan: `loan:${i}` as LoanKey };
      const saved = await notes.save(there, { ...draft, text, tags: [text.slice(0, 40)] }, 0, at(1));
      expect((await notes.read(account, [there.loan])).get(there.loan)).toEqual(saved);
      expect(saved.text).toBe(text);
    }
  });

  it('loses nothing where the note is another by now than this background remembers', async () => {
    const { notes, open } = createRepository();
    const elsewhere = createNotesRepository(open);
    await notes.save(place, draft, 0, at(1));
    await elsewhere.save(place, { ...draft, mark: 'avoid' }, 1, at(2));
    expect(await notes.save(place, { ...draft, text: 'late thrice' }, 1, at(3), 'one')).toMatchObject({
      text: 'late thrice',
      mark: 'avoid',
      revision: 3,
    });
    expect((await notes.history(place)).map(({ revision }) => revision)).toEqual([1, 2]);
    await elsewhere.remove(place, 3, at(4));
    await expect(notes.save(place, draft, 3, at(5))).rejects.toMatchObject({ code: 'revision-conflict' });
    expect(await notes.read(account, [loan, other])).toEqual(new Map());
    // Remembered as not there, and written by another since.
    await elsewhere.save({ account, loan: other }, draft, 0, at(6));
    await expect(
      notes.save({ account, loan: other }, { ...draft, text: 'mine' }, 0, at(7)),
    ).rejects.toMatchObject({ code: 'revision-conflict' });
  });

  it('never mixes the notes of two accounts', async () => {
    const { notes } = createRepository();
    const theirs = 'theirs' as AccountId;
    const mine = await notes.save(place, { ...draft, text: 'mine' }, 0, at(5));
    const foreign = await notes.save({ account: theirs, loan }, { ...draft, text: 'theirs' }, 0, at(6));
    expect(await notes.read(account, [loan])).toEqual(new Map([[loan, mine]]));
    expect(await notes.read(theirs, [loan])).toEqual(new Map([[loan, foreign]]));
    expect(await notes.list(account)).toMatchObject([mine]);
  });
});
