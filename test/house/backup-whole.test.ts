import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { preferencesSchema } from '#lib/views/preferences-schema.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { pickView } from '#lib/views/current-view.ts';
import { startView } from '#lib/views/shipped-views.ts';
import { askRig, handIn, makeFile } from '#test/unit/background/rig-files.ts';
import { createBrowserDisk, createNotesRig, type NotesRig } from '#test/unit/background/notes-rig.ts';

/** Every store of the database, and why it is in a backup or not. A new one is to be thought of here. */
const stores: Readonly<Record<string, string>> = {
  notes: 'in it',
  'note-versions': 'in it',
  tags: 'in it',
  drafts: 'not: they stand in editors that are open, and are kept until they are saved or left',
  snapshots: 'not: they are earlier states of the same, and notes have their history',
  'snapshot-contents': 'not: see snapshots',
  states: 'the names of accounts are; the rest is this browser’s own, or can be had again',
  secrets: 'never',
  'mirror-columns': 'not: can be had again',
  'mirror-heads': 'not: can be had again',
  'mirror-vanished': 'not: can be had again',
  'pull-pages': 'not: can be had again',
  details: 'not: can be had again',
  'detail-index': 'not: can be had again',
};

const view = { ...pickView(startView), id: 'own-1', name: 'Mine' };

/** Each part of the preferences as a person may have it, other than at first. A new part is to be added here. */
const chosen: Preferences = {
  overlay: !defaultPreferences.overlay,
  columns: { on: !defaultPreferences.columns.on },
  filter: { on: !defaultPreferences.filter.on },
  views: [view],
  current: { id: 'own-1', changed: { ...view, name: 'Mine, changed' } },
  pageViews: {
    'primary-market': { id: 'own-1', changed: null },
    investments: { id: 'own-1', changed: { ...view, name: 'Changed' } },
  },
  notes: { on: !defaultPreferences.notes.on },
  taughtPages: [
    {
      id: 'taught-1',
      host: 'www.bondora.com',
      path: '/secondmarket',
      kind: 'secondary-market',
      headers: ['Loan'],
      columns: [{ header: 'Loan', nth: 0, fields: ['auctionNumber'] }],
      decimal: ',',
      dates: null,
      taughtAt: 5,
    },
  ],
  assumptions: { ...defaultPreferences.assumptions, wantedYield: 0.23 },
  mirror: { budgetMb: 151, keepDays: 181 },
};

async function takeIn(rig: NotesRig, text: string, way: 'restore' | 'merge'): Promise<void> {
  await askRig(rig)('backup.takeIn', { file: await handIn(rig, text), passphrase: null, way });
}

const createRig = (disk = createBrowserDisk()): NotesRig => createNotesRig(disk, { now: () => 1000 });

describe('a backup holds everything that a person made', () => {
  it('of every store that there is it is settled whether it is in it', async () => {
    const database = await createBrowserDisk().open();
    expect([...database.objectStoreNames].toSorted()).toEqual(Object.keys(stores).toSorted());
  });

  it('every part of the preferences comes back in another browser', async () => {
    expect(Object.keys(chosen).toSorted()).toEqual(Object.keys(preferencesSchema.entries).toSorted());
    const [here, there] = [createRig(), createRig()];
    await here.preferences.change(chosen);
    for (const part of Object.keys(chosen) as (keyof Preferences)[])
      expect(JSON.stringify(chosen[part]), part).not.toBe(JSON.stringify(defaultPreferences[part]));
    await takeIn(there, await makeFile(here), 'restore');
    expect(await there.preferences.read()).toEqual(chosen);
  });

  it('every field of a note comes back, with its history, its removal and its tags', async () => {
    const [here, there] = [createRig(), createRig()];
    const ask = askRig(here);
    const note = {
      account: null,
      loan: 'loan:1',
      colour: 'violet',
      tags: ['late'],
      mark: 'avoid',
      rating: 2,
    } as const;
    await ask('notes.save', { ...note, text: 'first', revision: 0 });
    await ask('notes.save', { ...note, text: 'second', revision: 1 });
    await ask('notes.save', { ...note, loan: 'loan:2', text: 'gone', revision: 0 });
    await ask('notes.remove', { account: null, loan: 'loan:2', revision: 1 });
    await ask('tags.save', { name: 'late', colour: 'red', isPreset: true });
    await takeIn(there, await makeFile(here), 'merge');
    const read = async (rig: NotesRig): Promise<unknown> => ({
      notes: (await askRig(rig)('notes.list', { account: null })).map(({ account: _, ...rest }) => rest),
      past: (await askRig(rig)('notes.history', { account: null, loan: 'loan:1' })).map(({ text }) => text),
      tags: await askRig(rig)('tags.list', {}),
    });
    expect(await read(there)).toEqual(await read(here));
    expect(await read(here)).toMatchObject({
      past: ['first'],
      notes: [{ text: 'second' }, { text: 'gone' }],
    });
  });

  it('nothing of the secrets is in it, and nothing that Bondora told of the account', async () => {
    const disk = createBrowserDisk();
    const database = await disk.open();
    const marker = 'never-to-be-seen';
    for (const key of ['application', 'grant:unsettled', 'backup-lock', 'another'])
      await database.put('secrets', { accessToken: marker, clientSecret: marker }, key);
    const rig = createRig(disk);
    await rig.accounts.settle(await rig.accounts.active(), { marker } as never);
    expect(JSON.stringify(await rig.accounts.read())).toContain(marker);
    const text = await makeFile(rig);
    expect(text).not.toContain(marker);
    expect(text).toContain('My account');
  });
});
