import { describe, expect, it } from 'vitest';
import { isUnsaved, type NoteName } from '#components/notes/note-editing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { conflict, createDesk, createNote, name, turn } from './desk-rig.ts';

describe('the desk where notes are written', () => {
  it('names the revision that was seen, and says saved only after the answer', async () => {
    const { desk, asked, stored, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Paid late twice.' });
    void desk.save(name);
    await turn();
    const { loan: _, createdAt: __, changedAt: ___, ...fields } = createNote({ text: 'Paid late twice.' });
    expect(asked).toEqual([['notes.save', { ...name, ...fields, editor: 'editor 1' }]]);
    expect(desk.find(name)?.phase).toEqual({ is: 'saving' });
    const saved = createNote({ text: 'Paid late twice.', revision: 4 });
    await answer(saved);
    expect(desk.find(name)).toMatchObject({ phase: { is: 'saved', at: 42 }, base: saved });
    expect(stored).toEqual([saved]);
    expect(desk.hasUnsaved()).toBe(false);
  });

  it('keeps what is typed while the answer is under way, and calls it unsaved', async () => {
    const { desk, answer } = createDesk();
    desk.open(name, null);
    desk.write(name, { text: 'One' });
    void desk.save(name);
    desk.write(name, { text: 'One, two' });
    await answer(createNote({ text: 'One', colour: 'none', tags: [], revision: 1 }));
    expect(desk.find(name)).toMatchObject({ phase: { is: 'editing' }, draft: { text: 'One, two' } });
    expect(desk.hasUnsaved()).toBe(true);
  });

  it('takes over what was merged into the note while more was typed', async () => {
    const { desk, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Paid late. One' });
    void desk.save(name);
    desk.write(name, { text: 'Paid late. One, two', tags: [] });
    await answer(
      createNote({ text: 'Paid late. One', colour: 'green', tags: ['late', 'theirs'], revision: 5 }),
    );
    expect(desk.find(name)).toMatchObject({
      phase: { is: 'editing' },
      base: { revision: 5 },
      draft: { text: 'Paid late. One, two', colour: 'green', tags: ['theirs'] },
    });
  });

  it('keeps the text when saving fails, and saves at the next try', async () => {
    const { desk, asked, answer } = createDesk();
    desk.open(name, null);
    desk.write(name, { text: 'Do not lose me' });
    void desk.save(name);
    await answer(new AppError('disk-full', 'The disk is full.'));
    expect(desk.find(name)).toMatchObject({
      phase: { is: 'failed', message: 'The disk is full.', lost: false },
      draft: { text: 'Do not lose me' },
    });
    void desk.save(name);
    await answer(createNote({ text: 'Do not lose me', colour: 'none', tags: [] }));
    expect(desk.find(name)?.phase.is).toBe('saved');
    expect(asked).toHaveLength(2);
  });

  it('lets the person join two versions, and saves over the one that was seen', async () => {
    const { desk, asked, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Paid late. Mine.' });
    void desk.save(name);
    const theirs = createNote({ text: 'Theirs.', tags: ['late', 'new'], revision: 5 });
    await answer(conflict(theirs));
    expect(desk.find(name)).toMatchObject({
      phase: { is: 'conflict', theirs },
      draft: { text: 'Paid late. Mine.' },
    });
    desk.choose(name, 'join');
    expect(desk.find(name)?.draft).toEqual({
      ...emptyFields,
      text: 'Theirs.\n\nPaid late. Mine.',
      colour: 'red',
      tags: ['late', 'new'],
    });
    void desk.save(name);
    await turn();
    expect(asked.at(-1)?.[1]).toMatchObject({ revision: 5 });
  });

  it('joins marks, ratings, colours and tags field by field: what only one side changed holds', async () => {
    const { desk, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Mine.', rating: 4, tags: ['late', 'mine'] });
    void desk.save(name);
    const theirs = { text: 'Theirs.', mark: 'avoid', colour: 'green', tags: ['theirs'] } as const;
    await answer(conflict(createNote({ ...theirs, revision: 5 })));
    desk.choose(name, 'join');
    expect(desk.find(name)?.draft).toEqual({
      text: 'Theirs.\n\nMine.',
      mark: 'avoid',
      rating: 4,
      colour: 'green',
      tags: ['theirs', 'late', 'mine'],
    });
  });

  it('puts mine aside when the other version is taken, and gives it back', async () => {
    const { desk, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Mine' });
    void desk.save(name);
    await answer(conflict(createNote({ text: 'Theirs', revision: 4 })));
    desk.choose(name, 'theirs');
    expect(desk.find(name)).toMatchObject({ draft: { text: 'Theirs' }, aside: { text: 'Mine' } });
    desk.takeBack(name);
    expect(desk.find(name)).toMatchObject({ draft: { text: 'Mine' }, aside: null });
  });

  it('saves a note anew that was deleted elsewhere, if mine is kept', async () => {
    const { desk, asked, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Mine' });
    void desk.save(name);
    await answer(conflict(null));
    desk.choose(name, 'mine');
    void desk.save(name);
    await turn();
    expect(asked.at(-1)).toEqual(['notes.save', expect.objectContaining({ text: 'Mine', revision: 0 })]);
  });

  it('knows its own words again when an earlier save got there without an answer', async () => {
    const { desk, stored, answer } = createDesk();
    desk.open(name, null);
    desk.write(name, { text: 'Twice sent' });
    void desk.save(name);
    const there = createNote({ text: 'Twice sent', colour: 'none', tags: [], revision: 1 });
    await answer(conflict(there));
    expect(desk.find(name)?.phase.is).toBe('saved');
    expect(stored).toEqual([there]);
  });

  it('removes a note of which nothing is left', async () => {
    const { desk, asked, answer } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: '', colour: 'none', tags: [] });
    void desk.save(name);
    await turn();
    expect(asked).toEqual([['notes.remove', { ...name, revision: 3, editor: 'editor 1' }]]);
    await answer(null);
    expect(desk.find(name)).toMatchObject({ base: null, phase: { is: 'saved' } });
  });

  it('keeps an unsaved draft when the editor closes, and drops what is on disk', () => {
    const { desk } = createDesk();
    desk.open(name, createNote());
    desk.write(name, { text: 'Half a sent' });
    desk.close(name);
    expect(desk.open(name, createNote()).draft.text).toBe('Half a sent');
    desk.write(name, { text: 'Paid late.' });
    desk.close(name);
    expect(desk.find(name)).toBeUndefined();
  });

  it('keeps the drafts of two accounts apart', () => {
    const { desk } = createDesk();
    const other: NoteName = { ...name, account: 'b' as AccountId };
    desk.open(name, null);
    desk.write(name, { text: 'Of the first' });
    expect(desk.open(other, null).draft.text).toBe('');
    expect(desk.find(name)?.draft.text).toBe('Of the first');
  });

  it('holds on to every draft when the extension is gone', () => {
    const { desk } = createDesk();
    desk.open(name, null);
    desk.write(name, { text: 'Still here' });
    desk.loseContext('Reload this tab.');
    desk.write(name, { text: 'Still here, and more' });
    const editing = desk.find(name);
    expect(editing).toMatchObject({
      phase: { is: 'failed', lost: true },
      draft: { text: 'Still here, and more' },
    });
    expect(editing !== undefined && isUnsaved(editing)).toBe(true);
  });
});
