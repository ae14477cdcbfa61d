import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeRows } from '../../../entrypoints/background/describe-rows.ts';
import type { AccountId, LoanKey, NoteKey } from '#lib/loan/ids.ts';
import type { Note } from '#lib/notes/note.ts';
import { createMirrorCache, type MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMirrorStore } from '#lib/store/mirror-store.ts';
import { page, pull } from '#test/unit/mirror/pull-rig.ts';
import { stampOf } from '#test/unit/notes/note-arbitraries.ts';
import { createNotesRepository, type NotesRepository } from '#lib/store/notes-repository.ts';

const guid = (text: string): string => `${text.padStart(8, '0')}-1111-4111-8111-111111111111`;
const record = {
  listingId: guid('a'),
  loanPartId: guid('b'),
  auctionId: guid('c'),
  auctionNumber: 10,
  price: 4.5,
};

async function createStores(
  items: readonly object[] = [record],
): Promise<{ mirror: MirrorCache; notes: NotesRepository }> {
  const open = createDatabase(crypto.randomUUID());
  const { tables } = createMirrorStore(open);
  if (items.length > 0) await pull(tables, [page(items.length, items)]);
  return { mirror: createMirrorCache(tables), notes: createNotesRepository(open) };
}

const account = 'mine' as AccountId;
const draft = { text: 'pays late', colour: 'amber', tags: [] } as const;

describe('describeRows', () => {
  it('brings the record of the mirror and the note of its loan', async () => {
    const { mirror, notes } = await createStores();
    const note = await notes.save({ account, loan: 'loan:10' as LoanKey }, draft, 0, stampOf('here', 1));
    const [row] = await describeRows(
      [{ listingId: guid('a') }],
      { account, fields: ['price'] },
      mirror,
      notes,
    );
    expect(row).toEqual({
      account,
      loan: 'loan:10',
      record: { ...record, auctionBidNumber: null, userName: null },
      note,
      others: [],
      subjects: ['loan:10', `listing:${guid('a')}`, `part:${guid('b')}`],
    });
  });

  it('brings the notes on listing, part and borrower too, and the borrower’s other loans show theirs', async () => {
    const items = [
      { ...record, userName: 'BO1' },
      { listingId: guid('d'), auctionNumber: 11, userName: 'BO1' },
    ];
    const { mirror, notes } = await createStores(items);
    const save = (key: string): Promise<Note> =>
      notes.save({ account, loan: key as NoteKey }, draft, 0, stampOf('here', 1));
    const borrower = await save('borrower:BO1');
    const part = await save(`part:${guid('b')}`);
    const rows = await describeRows(
      [{ listingId: guid('a') }, { listingId: guid('d') }],
      { account, fields: ['price'] },
      mirror,
      notes,
    );
    expect(rows.map(({ note, others }) => ({ note, others }))).toEqual([
      { note: null, others: [part, borrower] },
      { note: null, others: [borrower] },
    ]);
    expect(rows[1]?.subjects).toEqual(['loan:11', `listing:${guid('d')}`, 'borrower:BO1']);
  });

  it('finds the note of a loan that was noted when only its GUID was known', async () => {
    const { mirror, notes } = await createStores();
    const loan = `auction:${guid('c')}` as LoanKey;
    const note = await notes.save({ account, loan }, draft, 0, stampOf('here', 1));
    const [row] = await describeRows([{ auctionNumber: 10 }], { account, fields: ['price'] }, mirror, notes);
    expect(row).toMatchObject({ loan, note });
  });

  it('answers from the page’s own ids while nothing is mirrored', async () => {
    const { mirror, notes } = await createStores([]);
    expect(
      await describeRows([{ auctionNumber: 7 }, { guids: [guid('9')] }], { account }, mirror, notes),
    ).toEqual([
      { account, loan: 'loan:7', record: null, note: null, others: [], subjects: ['loan:7'] },
      { account, loan: null, record: null, note: null, others: [], subjects: [] },
    ]);
  });
});
