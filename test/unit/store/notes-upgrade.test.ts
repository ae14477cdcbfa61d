import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createDraftsRepository } from '#lib/store/drafts-repository.ts';
import { createKeptRepository } from '#lib/store/kept-repository.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import { browserKey } from '#lib/store/notes-schema.ts';
import { createTagsRepository } from '#lib/store/tags-repository.ts';
import { writeOldDatabase } from './old-database.ts';

const account = 'mine' as AccountId;
const standing = {
  account,
  loan: 'loan:7' as LoanKey,
  text: 'late twice',
  colour: 'red',
  tags: ['late'],
  revision: 3,
  createdAt: 10,
  changedAt: 30,
  removedAt: null,
};
const removed = { ...standing, loan: 'loan:8' as LoanKey, revision: 2, removedAt: 20 };

describe('a database of an earlier version', () => {
  it.each([1, 2] as const)(
    'keeps all notes of version %i, which can then be marked, changed and followed',
    async (version) => {
      const name = crypto.randomUUID();
      await writeOldDatabase(name, version, { notes: [[standing], [removed]] });
      const open = createDatabase(name);
      const notes = createNotesRepository(open);
      const browser = (await (await open()).get('states', browserKey)) as never;
      const [first, second] = await notes.list(account);
      const added = { mark: 'none', rating: null, history: { versions: 0, characters: 0 } };
      expect(first).toEqual({ ...standing, ...added, clock: { [browser]: 3 } });
      expect(second).toEqual({ ...removed, ...added, clock: { [browser]: 2 } });

      const stamp = { browser, now: 40 };
      const draft = { text: 'late', colour: 'red', tags: [], mark: 'avoid' } as const;
      expect(await notes.save(standing, draft, 3, stamp)).toMatchObject({ mark: 'avoid', revision: 4 });
      expect(await notes.history(standing)).toMatchObject([{ text: 'late twice', revision: 3 }]);
      expect(await notes.bringBack(removed, stamp)).toMatchObject({ text: 'late twice', revision: 3 });
    },
  );

  it('keeps notes, history, drafts, tags and snapshots of version 3, and what is saved follows after them', async () => {
    const browser = '00000000-0000-4000-8000-0000000000b1';
    const note = {
      ...standing,
      mark: 'watch',
      rating: 4,
      clock: { [browser]: 3 },
      history: { versions: 2, characters: 15 },
    };
    const { createdAt: _, history: _history, ...past } = note;
    const draft = { editor: 'one', account, loan: note.loan, draft: { text: 'typed' }, revision: 3, at: 5 };
    const tag = { name: 'late', colour: 'red', isPreset: true, changedAt: 1, removedAt: null };
    const head = { id: 'day', at: 9, why: 'daily', notes: 1 };
    const name = crypto.randomUUID();
    await writeOldDatabase(name, 3, {
      notes: [[note]],
      'note-versions': [1, 2].map((revision) => [{ ...past, text: `v${revision}`, revision }]),
      drafts: [[draft]],
      tags: [[tag]],
      snapshots: [[head]],
      'snapshot-contents': [[{ id: 'day', notes: [note], tags: [tag], preferences: null }]],
      states: [[browser, browserKey]],
    });

    const open = createDatabase(name);
    const notes = createNotesRepository(open);
    expect(await notes.list(account)).toEqual([note]);
    expect(await createDraftsRepository(open).list()).toEqual([draft]);
    expect(await createTagsRepository(open).list()).toMatchObject([{ name: 'late', notes: 1 }]);
    expect(await createKeptRepository(open).readSnapshot('day')).toMatchObject({ notes: [note] });

    for (let revision = 3; revision < 40; revision++)
      await notes.save(note, { text: `v${revision + 1}`, colour: 'red', tags: [] }, revision, {
        browser: browser as never,
        now: 100 + revision,
      });
    const history = await notes.history(note);
    expect(history.map(({ revision }) => revision)).toEqual([...history.keys()].map((at) => at + 1));
    expect(history).toHaveLength(39);
    expect(history[2]).toMatchObject({ text: 'late twice', mark: 'watch', tags: ['late'] });
    const [saved] = await notes.list(account);
    expect(saved).toMatchObject({ text: 'v40', rating: 4, history: { versions: 39 } });
    expect(saved).not.toHaveProperty('recent');
  });
});
