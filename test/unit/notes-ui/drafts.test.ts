import { describe, expect, it } from 'vitest';
import { describeSaving } from '#components/notes/describe-saving.ts';
import type { NoteEditing } from '#components/notes/note-editing.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { NoteVersion } from '#lib/notes/note.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { conflict, createDesk, createNote, name, turn, type DeskRig } from './desk-rig.ts';

function find({ desk }: DeskRig): NoteEditing {
  const editing = desk.find(name);
  if (editing === undefined) throw new Error('The note is not on the desk.');
  return editing;
}

function leave(text: string, more: Partial<StoredDraft> = {}): StoredDraft {
  const account = 'a' as AccountId;
  const draft = { text, colour: 'red', tags: ['late'], mark: 'avoid', rating: 4 } as const;
  return { account, loan: name.loan, editor: `left ${text}`, draft, revision: 3, at: 7, ...more };
}

describe('what stands in an editor', () => {
  it('is kept once the typing pauses, under one name, and only then called kept', async () => {
    const rig = createDesk();
    rig.desk.open(name, null);
    for (const text of ['O', 'On', 'One']) rig.desk.write(name, { text });
    expect([rig.drafts.size, describeSaving(find(rig))]).toEqual([0, 'Not saved yet']);
    await rig.passPause();
    expect([...rig.drafts.values()]).toMatchObject([{ text: 'One', revision: 0, editor: 'editor 1' }]);
    expect(describeSaving(find(rig))).toBe('Not saved yet, draft kept');
    rig.desk.write(name, { mark: 'watch', rating: 5 });
    expect(describeSaving(find(rig))).toBe('Not saved yet');
    rig.desk.flush();
    await turn();
    expect([...rig.drafts.values()]).toMatchObject([{ text: 'One', mark: 'watch', rating: 5 }]);
  });

  it('goes with its save, and what is typed meanwhile is kept under another name', async () => {
    const rig = createDesk();
    rig.desk.open(name, null);
    rig.desk.write(name, { text: 'One' });
    await rig.passPause();
    void rig.desk.save(name);
    rig.desk.write(name, { text: 'One, two' });
    await rig.passPause();
    expect([...rig.drafts.keys()]).toEqual(['editor 1', 'editor 2']);
    expect(rig.desk.holds('editor 1')).toBe(true);
    await rig.answer(createNote({ text: 'One', colour: 'none', tags: [], revision: 1 }));
    await rig.passPause();
    expect([...rig.drafts.values()]).toMatchObject([{ text: 'One, two', revision: 1, editor: 'editor 2' }]);
    expect(rig.desk.holds('editor 1')).toBe(false);
    void rig.desk.save(name);
    await rig.answer(createNote({ text: 'One, two', colour: 'none', tags: [], revision: 2 }));
    expect([rig.drafts.size, find(rig).phase.is]).toEqual([0, 'saved']);
  });

  it('stays kept when the save is refused, and goes when it is discarded or typed back', async () => {
    const rig = createDesk();
    rig.desk.open(name, createNote());
    rig.desk.write(name, { text: 'Mine' });
    await rig.passPause();
    void rig.desk.save(name);
    await rig.answer(new AppError('disk-full', 'The disk is full.'));
    expect(describeSaving(find(rig))).toBe('Not saved: The disk is full.');
    await rig.passPause();
    expect([...rig.drafts.keys()]).toEqual(['editor 1']);
    rig.desk.discard(name);
    await turn();
    expect(find(rig)).toMatchObject({ draft: { text: 'Paid late.' }, aside: { text: 'Mine' } });
    expect(rig.drafts.size).toBe(0);
    rig.desk.takeBack(name);
    await rig.passPause();
    expect(rig.drafts.size).toBe(1);
    rig.desk.write(name, { text: 'Paid late.' });
    await rig.passPause();
    expect(rig.drafts.size).toBe(0);
  });

  it('that cannot be kept is told so at once, with the reason', async () => {
    const rig = createDesk({ refusal: new AppError('disk-full', 'The disk is full.') });
    rig.desk.open(name, null);
    rig.desk.write(name, { text: 'Precious' });
    await rig.passPause();
    expect(describeSaving(find(rig))).toBe('Not saved yet, and no draft could be kept: The disk is full.');
    expect(find(rig).draft.text).toBe('Precious');
  });

  it('is held for good when the extension turns out to be gone', async () => {
    const rig = createDesk({ refusal: new AppError('context-lost', 'Reload this tab.') });
    rig.desk.open(name, null);
    rig.desk.write(name, { text: 'Precious' });
    await rig.passPause();
    expect(find(rig)).toMatchObject({ phase: { is: 'failed', lost: true }, draft: { text: 'Precious' } });
  });
});

describe('what was written and never saved', () => {
  it('is offered with the note, the newest of it, and what is on disk already is dropped', async () => {
    const saved = leave('Paid late.', { draft: { text: 'Paid late.', colour: 'red', tags: ['late'] } });
    const other = leave('Other loan', { loan: 'loan:8' as LoanKey });
    const rig = createDesk({ left: [other, saved, leave('New'), leave('Old')] });
    rig.desk.open(name, createNote());
    await turn();
    expect(find(rig).lost?.draft.text).toBe('New');
    expect(rig.dropped).toEqual([saved.editor]);
  });

  it('is gone on with under its own name, over the revision that was seen then, and goes with the save', async () => {
    const rig = createDesk({ left: [leave('Half', { revision: 2 })] });
    rig.desk.open(name, createNote());
    rig.desk.write(name, { text: 'Typed before' });
    await turn();
    rig.desk.answerLost(name, 'use');
    await turn();
    expect(find(rig)).toMatchObject({
      draft: { text: 'Half', mark: 'avoid', rating: 4 },
      aside: { text: 'Typed before' },
      lost: null,
    });
    expect([...rig.drafts.keys()]).toEqual(['left Half']);
    void rig.desk.save(name);
    await turn();
    expect(rig.asked.at(-1)).toEqual([
      'notes.save',
      expect.objectContaining({ revision: 2, editor: 'left Half', text: 'Half' }),
    ]);
    await rig.answer(conflict(createNote({ text: 'Theirs', revision: 5 })));
    rig.desk.choose(name, 'join');
    expect(find(rig).draft.text).toBe('Theirs\n\nHalf');
  });

  it('is let go only by a person, who can still bring it back', async () => {
    const rig = createDesk({ left: [leave('Half')] });
    rig.desk.open(name, createNote());
    await turn();
    rig.desk.answerLost(name, 'discard');
    expect(rig.dropped).toEqual(['left Half']);
    expect(find(rig)).toMatchObject({ lost: null, draft: { text: 'Paid late.' } });
    rig.desk.takeBack(name);
    expect(find(rig).draft).toMatchObject({ text: 'Half', mark: 'avoid' });
  });
});

describe('what a note once was', () => {
  it('is shown when asked for, and comes back into the draft', async () => {
    const version = { ...createNote({ text: 'First', mark: 'mine', revision: 1 }), removedAt: null };
    const rig = createDesk({ history: [version as unknown as NoteVersion] });
    rig.desk.open(name, createNote());
    rig.desk.write(name, { text: 'Typed' });
    await rig.desk.turnHistory(name);
    expect(find(rig).history).toEqual([version]);
    rig.desk.bringBack(name, version as unknown as NoteVersion);
    expect(find(rig)).toMatchObject({
      draft: { text: 'First', mark: 'mine' },
      aside: { text: 'Typed' },
      history: null,
    });
    await rig.desk.turnHistory(name);
    await rig.desk.turnHistory(name);
    expect(find(rig).history).toBeNull();
  });

  it('is brought back after a removal, at once', async () => {
    const rig = createDesk();
    rig.desk.open(name, createNote());
    void rig.desk.remove(name);
    await rig.answer(null);
    expect([find(rig).base, describeSaving(find(rig))]).toEqual([null, 'Deleted']);
    void rig.desk.undoRemoval(name);
    await turn();
    expect(rig.asked.at(-1)?.[0]).toBe('notes.bringBack');
    await rig.answer(createNote({ revision: 5 }));
    expect(find(rig)).toMatchObject({ base: { revision: 5 }, draft: { text: 'Paid late.' }, seen: 5 });
    expect(rig.stored.at(-1)).toMatchObject({ revision: 5 });
  });
});
