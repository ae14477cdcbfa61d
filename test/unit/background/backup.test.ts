import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ChangeResult } from '#lib/messages/backup-protocol.ts';
import type { NoteDraft } from '#lib/notes/note.ts';
import { fillDisk } from '#test/unit/store/full-disk.ts';
import { createBrowserDisk, createNotesRig, type BrowserDisk, type NotesRig } from './notes-rig.ts';
import { handIn, makeFile } from './rig-files.ts';

const place = { tabId: undefined, frameId: undefined };
const dayMs = 86_400_000;

/** A browser whose clock stands where the test puts it. */
function createBrowser(disk: BrowserDisk = createBrowserDisk()): {
  rig: NotesRig;
  disk: BrowserDisk;
  clock: { at: number };
} {
  const clock = { at: 1000 * dayMs };
  return { rig: createNotesRig(disk, { now: () => clock.at }), disk, clock };
}

async function save({ ask }: NotesRig, loan: number, draft: Partial<NoteDraft>, revision = 0): Promise<void> {
  await ask['notes.save'](
    { account: null, loan: `loan:${loan}`, revision, text: '', colour: 'none', tags: [], ...draft },
    place,
  );
}

async function tell({ ask }: NotesRig): Promise<Record<string, string>> {
  const all = await ask['notes.list']({ account: null }, place);
  return Object.fromEntries(
    all.filter(({ removedAt }) => removedAt === null).map(({ loan, text }) => [loan.slice(5), text]),
  );
}

describe('snapshots', () => {
  it('are taken by themselves when something changed, and thinned to days, weeks and months', async () => {
    const { rig, clock } = createBrowser();
    for (let day = 0; day < 400; day += 2) {
      clock.at += 2 * dayMs;
      await save(rig, day, { text: `day ${day}` });
      expect(await rig.care()).toEqual([]);
      expect(await rig.care()).toEqual([]);
    }
    const heads = await rig.ask['snapshots.list']({}, place);
    expect(heads.length).toBeGreaterThanOrEqual(16);
    expect(heads.length).toBeLessThanOrEqual(23);
    expect(heads.filter(({ at }) => clock.at - at < 7 * dayMs).length).toBeGreaterThanOrEqual(3);
    const [oldest, newest] = [heads[0], heads.at(-1)];
    expect(clock.at - (oldest?.at ?? 0)).toBeGreaterThan(300 * dayMs);
    expect(newest?.notes).toBe(200);
    const { difference } = await rig.ask['snapshots.preview']({ id: newest?.id ?? '' }, place);
    expect(difference).toMatchObject({ same: 200, notes: { added: 0, changed: 0, removed: 0 } });
    const { words } = await rig.ask['snapshots.preview']({ id: oldest?.id ?? '' }, place);
    expect(words.join(' ')).toMatch(/\d+ notes are deleted; for 30 days they can be brought back\./);
  });

  it('bring everything back, and the way back can be undone', async () => {
    const { rig, clock } = createBrowser();
    await save(rig, 1, { text: 'one', tags: ['late'] });
    await rig.ask['tags.save']({ name: 'late', colour: 'red', isPreset: true }, place);
    await rig.preferences.change({ overlay: false });
    await rig.care();
    const [head] = await rig.ask['snapshots.list']({}, place);
    clock.at += dayMs;
    await save(rig, 1, { text: 'other' }, 1);
    await save(rig, 2, { text: 'two' });
    await rig.ask['tags.remove']({ name: 'late' }, place);
    await rig.preferences.change({ overlay: true });

    const { words } = await rig.ask['snapshots.preview']({ id: head?.id ?? '' }, place);
    expect(words).toEqual([
      '1 note changes.',
      '1 note is deleted; for 30 days it can be brought back.',
      '1 tag changes.',
      'Settings change: overlay.',
    ]);
    const { undo } = await rig.ask['snapshots.goBack']({ id: head?.id ?? '' }, place);
    expect(await tell(rig)).toEqual({ 1: 'one' });
    expect(await rig.ask['tags.list']({}, place)).toEqual([
      { name: 'late', colour: 'red', isPreset: true, notes: 1 },
    ]);
    expect((await rig.preferences.read()).overlay).toBe(false);

    await rig.ask['snapshots.goBack']({ id: undo ?? '' }, place);
    expect(await tell(rig)).toEqual({ 1: 'other', 2: 'two' });
    expect((await rig.preferences.read()).overlay).toBe(true);
  });

  it('bring settings back although the background died between notes and settings', async () => {
    const disk = createBrowserDisk();
    const { rig } = createBrowser(disk);
    await save(rig, 1, { text: 'one' });
    await rig.preferences.change({ overlay: false });
    await rig.care();
    const [head] = await rig.ask['snapshots.list']({}, place);
    await rig.preferences.change({ overlay: true });
    const dying = createBrowser({
      ...disk,
      area: { get: (key) => disk.area.get(key), set: () => Promise.reject(new Error('dead')) },
    });
    await expect(dying.rig.ask['snapshots.goBack']({ id: head?.id ?? '' }, place)).rejects.toThrow('dead');
    expect((await rig.preferences.read()).overlay).toBe(true);
    await createBrowser(disk).rig.care();
    expect((await rig.preferences.read()).overlay).toBe(false);
  });
});

describe('a backup', () => {
  it('is restored whole in another browser, with a preview before and an undo after', async () => {
    const [here, there] = [createBrowser().rig, createBrowser().rig];
    await save(here, 1, { text: 'one' });
    await save(here, 1, { text: 'one more' }, 1);
    await save(here, 2, { text: 'two', mark: 'avoid' });
    await save(there, 3, { text: 'three' });
    const text = await makeFile(here);
    const handed = { file: await handIn(there, text), passphrase: null, way: 'restore' } as const;
    expect((await there.ask['backup.preview'](handed, place)).words).toEqual([
      'Notes of “My account” go to your account “My account”.',
      '2 notes are added.',
      '1 note is deleted; for 30 days it can be brought back.',
    ]);
    expect(await tell(there)).toEqual({ 3: 'three' });
    const { undo } = await there.ask['backup.takeIn'](handed, place);
    expect(await tell(there)).toEqual({ 1: 'one more', 2: 'two' });
    expect(await there.ask['notes.history']({ account: null, loan: 'loan:1' }, place)).toMatchObject([
      { text: 'one' },
    ]);
    const again = { ...handed, file: await handIn(there, text) };
    expect(await there.ask['backup.takeIn'](again, place)).toMatchObject({ undo: null });
    await there.ask['snapshots.goBack']({ id: undo ?? '' }, place);
    expect(await tell(there)).toEqual({ 3: 'three' });
  });

  it('is merged with what was written here, and the same file changes nothing the second time', async () => {
    const [here, there] = [createBrowser().rig, createBrowser().rig];
    await save(here, 1, { text: 'from here', tags: ['a'] });
    await save(there, 1, { text: 'from there', tags: ['b'] });
    await save(there, 2, { text: 'two' });
    const theirs = await makeFile(there);
    const takeIn = async (rig: NotesRig, text: string): Promise<ChangeResult> =>
      rig.ask['backup.takeIn']({ file: await handIn(rig, text), passphrase: null, way: 'merge' }, place);
    await takeIn(here, theirs);
    expect(await tell(here)).toEqual({ 1: 'from here\n\nfrom there', 2: 'two' });
    const again = await takeIn(here, theirs);
    expect(again).toMatchObject({ undo: null });
    expect(again.words).toContain('Nothing changes: all of it is here already.');
    await takeIn(there, await makeFile(here));
    expect(await tell(there)).toEqual(await tell(here));
  });

  it('of another account stays apart from those that are here', async () => {
    const [here, there] = [createBrowser().rig, createBrowser().rig];
    await here.accounts.settle(null, {} as never);
    await save(here, 1, { text: 'mine' });
    await save(there, 1, { text: 'theirs' });
    const file = await handIn(here, await makeFile(there));
    await here.ask['backup.takeIn']({ file, passphrase: null, way: 'merge' }, place);
    expect(await tell(here)).toEqual({ 1: 'mine' });
    const { known } = await here.accounts.read();
    expect(known).toHaveLength(3);
    const [adopted] = await here.ask['notes.list']({ account: known[2]?.id ?? null }, place);
    expect(adopted?.text).toBe('theirs');
  });

  it('that is bad, or meets a full disk, changes nothing and says why', async () => {
    const disk = createBrowserDisk();
    const [{ rig }, other] = [createBrowser(disk), createBrowser().rig];
    await save(rig, 1, { text: 'one' });
    await save(other, 2, { text: 'two' });
    const text = await makeFile(other);
    for (const bad of [text.slice(0, -20), text.replace('two', 'twp'), '{}'])
      for (const way of ['restore', 'merge'] as const)
        await expect(
          rig.ask['backup.takeIn']({ file: await handIn(rig, bad), passphrase: null, way }, place),
        ).rejects.toMatchObject({
          code: 'invalid-input',
        });
    const full = createNotesRig({ ...disk, open: fillDisk(disk.open) }, { now: () => 0 });
    await expect(
      full.ask['backup.takeIn']({ file: await handIn(full, text), passphrase: null, way: 'merge' }, place),
    ).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(await tell(rig)).toEqual({ 1: 'one' });
    expect(await rig.ask['snapshots.list']({}, place)).toEqual([]);
  });

  it('holds no token and no secret', async () => {
    const { rig, disk } = createBrowser();
    await (
      await disk.open()
    ).put('secrets', { accessToken: 'very-secret', clientSecret: 'most-secret' }, 'application');
    await save(rig, 1, { text: 'one' });
    expect(await makeFile(rig)).not.toMatch(/secret|token/i);
  });
});

describe('a table of notes', () => {
  it('shows what it would bring, and brings it in one step that can be undone', async () => {
    const { rig } = createBrowser();
    await save(rig, 1, { text: 'one' });
    const rows = [
      ['1', 'more', ''],
      ['2', 'two', 'late'],
      ['?', 'x', ''],
    ];
    const table = { account: null, file: await handIn(rig, JSON.stringify(rows)) };
    expect(await rig.ask['import.preview'](table, place)).toMatchObject({
      words: ['1 note is added.', '1 note changes.'],
      unread: [{ line: 3 }],
    });
    const { undo } = await rig.ask['import.takeIn'](table, place);
    expect(await tell(rig)).toEqual({ 1: 'one\n\nmore', 2: 'two' });
    await rig.ask['snapshots.goBack']({ id: undo ?? '' }, place);
    expect(await tell(rig)).toEqual({ 1: 'one' });
  });
});

describe('tags', () => {
  it('are renamed everywhere at once, and joined with a tag of the new name', async () => {
    const { rig } = createBrowser();
    await save(rig, 1, { text: 'one', tags: ['late', 'x'] });
    await save(rig, 2, { text: 'two', tags: ['late', 'overdue'] });
    await rig.ask['tags.save']({ name: 'overdue', colour: 'red', isPreset: true }, place);
    await rig.ask['tags.save']({ name: 'late', colour: 'blue', isPreset: false }, place);
    expect(await rig.ask['tags.rename']({ from: 'late', to: 'overdue' }, place)).toMatchObject({ notes: 2 });
    expect(await rig.ask['tags.list']({}, place)).toEqual([
      { name: 'overdue', colour: 'red', isPreset: true, notes: 2 },
      { name: 'x', colour: 'none', isPreset: false, notes: 1 },
    ]);
    const [first] = await rig.ask['notes.list']({ account: null }, place);
    expect(first).toMatchObject({ tags: ['overdue', 'x'], revision: 2 });
    expect(await rig.ask['tags.remove']({ name: 'x' }, place)).toMatchObject({ notes: 1 });
  });
});
