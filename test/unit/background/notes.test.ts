import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SenderPlace } from '#lib/messages/serve.ts';
import { createBrowserDisk, createNotesRig, type NotesRig } from './notes-rig.ts';

const place: SenderPlace = { tabId: 5, frameId: 0 };
const [mine, other] = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2'];
const fields = { text: '', colour: 'none', tags: [] as string[] } as const;

function createRig(disk = createBrowserDisk()): NotesRig {
  let now = 1000;
  return createNotesRig(disk, { now: () => (now += 1) });
}

async function write({ ask }: NotesRig, loan: string, text: string, more: object = {}): Promise<void> {
  await ask['notes.save']({ account: null, loan, ...fields, text, revision: 0, ...more }, place);
}

async function listLost({ ask }: NotesRig): Promise<string[]> {
  return (await ask['notes.drafts']({}, place)).map(({ draft }) => draft.text);
}

describe('drafts', () => {
  it('are lost only where no open editor holds them, and outlive the background', async () => {
    const disk = createBrowserDisk();
    const rig = createRig(disk);
    const keep = (editor: string, text: string, at: SenderPlace): unknown =>
      rig.ask['notes.draft'](
        {
          account: null,
          loan: 'part:0000000a-1111-4111-8111-111111111111',
          ...fields,
          text,
          revision: 0,
          editor,
        },
        at,
      );
    await keep(mine, 'here', place);
    await keep(other, 'popup', { tabId: undefined, frameId: undefined });
    rig.openEditors.add(mine);
    expect(await listLost(rig)).toEqual(['popup']);

    // Another background asks the tabs anew: one editor lives on, then its tab crashes.
    const next = createRig(disk);
    next.openEditors.add(mine);
    expect(await listLost(next)).toEqual(['popup']);
    next.openEditors.clear();
    expect(await listLost(next)).toEqual(['popup', 'here']);
    await next.ask['notes.dropDraft']({ editor: other }, place);
    expect(await listLost(next)).toEqual(['here']);
  });

  it('go with the save of their editor', async () => {
    const rig = createRig();
    const about = { account: null, loan: 'loan:1', ...fields, text: 'words', revision: 0, editor: mine };
    await rig.ask['notes.draft'](about, place);
    await rig.ask['notes.save'](about, place);
    expect(await listLost(rig)).toEqual([]);
  });
});

describe('the search of notes', () => {
  it('finds words, tags and marks of notes on anything, the newest first, and what was just saved', async () => {
    const rig = createRig();
    const find = async (words: string): Promise<string[]> =>
      (await rig.ask['notes.find']({ words }, place)).hits.map(({ loan }) => loan);
    await write(rig, 'loan:1001', 'Pays late', { tags: ['spring'] });
    await write(rig, 'borrower:BO1', 'Late again', { mark: 'avoid' });
    expect(await find('late')).toEqual(['borrower:BO1', 'loan:1001']);
    expect(await find('avoid')).toEqual(['borrower:BO1']);
    expect(await find('#spring PAYS')).toEqual(['loan:1001']);
    await write(rig, 'loan:1002', 'Late too');
    expect(await find('late')).toEqual(['loan:1002', 'borrower:BO1', 'loan:1001']);
    await rig.ask['notes.remove']({ account: null, loan: 'loan:1002', revision: 1 }, place);
    expect(await find('late')).toEqual(['borrower:BO1', 'loan:1001']);
    expect(await find('  ')).toEqual([]);
  });

  it('knows a number for a loan, and cuts long texts', async () => {
    const rig = createRig();
    await write(rig, 'loan:7', `x${'y'.repeat(100_000)}`);
    const { hits, loan } = await rig.ask['notes.find']({ words: ' 7 ' }, place);
    expect(loan).toEqual({ key: 'loan:7', record: null });
    expect(hits[0]?.text).toHaveLength(241);
    expect((await rig.ask['notes.find']({ words: 'seven' }, place)).loan).toBeNull();
    const { note } = await rig.ask['notes.read']({ account: null, loan: 'loan:7' }, place);
    expect(note?.text).toHaveLength(100_001);
  });
});
