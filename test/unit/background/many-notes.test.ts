import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { NoteDraft, StoredNote } from '#lib/notes/note.ts';
import { fillDisk } from '#test/unit/store/full-disk.ts';
import { createBrowserDisk, createNotesRig, type NotesRig } from './notes-rig.ts';

const nowhere = { tabId: undefined, frameId: undefined };
const other = '99999999-9999-4999-8999-999999999999' as AccountId;

function createRig(disk = createBrowserDisk()): NotesRig {
  let now = 1000 * 86_400_000;
  return createNotesRig(disk, { now: () => (now += 1000) });
}

async function save(
  { ask }: NotesRig,
  loan: number,
  draft: Partial<NoteDraft>,
  account?: string,
): Promise<void> {
  await ask['notes.save'](
    {
      account: account ?? null,
      loan: `loan:${loan}`,
      revision: 0,
      text: '',
      colour: 'none',
      tags: [],
      ...draft,
    },
    nowhere,
  );
}

async function list({ ask }: NotesRig, account: string | null = null): Promise<StoredNote[]> {
  const all = await ask['notes.list']({ account }, nowhere);
  return all.filter(({ removedAt }) => removedAt === null);
}

const seenOf = (notes: readonly StoredNote[]): { loan: NoteKey; revision: number }[] =>
  notes.map(({ loan, revision }) => ({ loan, revision }));

describe('many notes at once', () => {
  it('change together, tell which of them did not, and go back to how they were', async () => {
    const rig = createRig();
    for (const loan of [1, 2, 3]) await save(rig, loan, { text: `note ${loan}` });
    const notes = seenOf(await list(rig));
    await rig.ask['notes.save'](
      { account: null, loan: 'loan:2', revision: 1, text: 'note 2', colour: 'none', tags: [], mark: 'watch' },
      nowhere,
    );
    const change = { make: 'set-mark', mark: 'avoid' } as const;
    const result = await rig.ask['notes.changeMany']({ account: null, notes, change }, nowhere);
    expect(result).toMatchObject({ changed: ['loan:1', 'loan:3'], refused: ['loan:2'] });
    expect((await list(rig)).map(({ mark }) => mark)).toEqual(['avoid', 'watch', 'avoid']);
    const history = await rig.ask['notes.history']({ account: null, loan: 'loan:1' }, nowhere);
    expect(history.map(({ mark }) => mark)).toEqual(['none']);

    await rig.ask['snapshots.goBack']({ id: result.undo ?? '' }, nowhere);
    expect((await list(rig)).map(({ mark }) => mark)).toEqual(['none', 'watch', 'none']);
  });

  it('are read part by part, deleted ones that can be brought back among them', async () => {
    const rig = createRig();
    for (const loan of [1, 2]) await save(rig, loan, { text: 'a' });
    await rig.ask['notes.remove']({ account: null, loan: 'loan:2', revision: 1 }, nowhere);
    const account = await rig.accounts.active();
    const first = await rig.ask['notes.part']({ account, after: null }, nowhere);
    expect(first).toMatchObject({ notes: [{ loan: 'loan:1' }, { loan: 'loan:2' }], next: null });
    const rest = await rig.ask['notes.part']({ account, after: 'loan:1' }, nowhere);
    expect(rest.notes.map(({ loan }) => loan)).toEqual(['loan:2']);
  });

  it('take no snapshot when nothing is to be changed', async () => {
    const rig = createRig();
    await save(rig, 1, { mark: 'avoid' });
    const notes = seenOf(await list(rig));
    const change = { make: 'set-mark', mark: 'avoid' } as const;
    const result = await rig.ask['notes.changeMany']({ account: null, notes, change }, nowhere);
    expect(result).toMatchObject({ same: ['loan:1'], undo: null });
    expect(await rig.ask['snapshots.list']({}, nowhere)).toEqual([]);
  });

  it('stay as they are, all of them, when the disk is full', async () => {
    const disk = createBrowserDisk();
    const rig = createRig(disk);
    for (const loan of [1, 2]) await save(rig, loan, { text: 'a' });
    const before = await list(rig);
    const full = createRig({ ...disk, open: fillDisk(disk.open) });
    const asked = { account: null, notes: seenOf(before), change: { make: 'remove' } } as const;
    await expect(full.ask['notes.changeMany'](asked, nowhere)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await list(rig)).toEqual(before);
  });

  it('get another tag together, joined with the one of that name, and can be told apart again', async () => {
    const rig = createRig();
    await save(rig, 1, { tags: ['late'] });
    await save(rig, 2, { tags: ['late', 'slow'] });
    for (const [name, colour] of [
      ['late', 'red'],
      ['slow', 'blue'],
    ] as const)
      await rig.ask['tags.save']({ name, colour, isPreset: true }, nowhere);
    const { notes, undo } = await rig.ask['tags.rename']({ from: 'late', to: 'slow' }, nowhere);
    expect(notes).toBe(2);
    expect(await rig.ask['tags.list']({}, nowhere)).toEqual([
      { name: 'slow', colour: 'blue', isPreset: true, notes: 2 },
    ]);
    await rig.ask['snapshots.goBack']({ id: undo ?? '' }, nowhere);
    expect((await list(rig)).map(({ tags }) => tags)).toEqual([['late'], ['late', 'slow']]);
    expect(await rig.ask['tags.list']({}, nowhere)).toHaveLength(2);
    expect(await rig.ask['tags.rename']({ from: 'none', to: 'other' }, nowhere)).toEqual({
      notes: 0,
      undo: null,
    });
  });

  it('move to another account as was shown before, and back', async () => {
    const rig = createRig();
    await rig.accounts.adopt([{ id: other, label: 'Other' }]);
    await save(rig, 1, { text: 'mine', tags: ['a'] });
    await save(rig, 2, { text: 'alone' });
    await save(rig, 1, { text: 'theirs', tags: ['b'] }, other);
    const from = await rig.accounts.active();
    const move = { from, to: other, loans: null };

    const preview = await rig.ask['notes.movePreview'](move, nowhere);
    expect(preview.counts).toEqual({ moved: 1, joined: 1, stay: 0 });
    expect(await list(rig)).toHaveLength(2);
    const moved = await rig.ask['notes.move'](move, nowhere);
    expect(moved).toMatchObject(preview);
    expect(await rig.ask['notes.list']({ account: from }, nowhere)).toEqual([]);
    expect((await list(rig, other)).map(({ text }) => text)).toEqual(['mine\n\ntheirs', 'alone']);

    await rig.ask['snapshots.goBack']({ id: moved.undo ?? '' }, nowhere);
    expect((await list(rig)).map(({ text }) => text)).toEqual(['mine', 'alone']);
    expect((await list(rig, other)).map(({ text }) => text)).toEqual(['theirs']);
  });

  it('move nowhere that is not known', async () => {
    const rig = createRig();
    const move = { from: await rig.accounts.active(), to: other, loans: null };
    await expect(rig.ask['notes.move'](move, nowhere)).rejects.toMatchObject({ code: 'not-found' });
  });
});
