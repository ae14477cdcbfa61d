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

  it('looks for an investment among the account’s own, for an auction among auctions, for a loan in all of them', async () => {
    const open = createDatabase(crypto.randomUUID());
    const { tables } = createMirrorStore(open);
    const mine = { loanPartId: guid('e'), auctionNumber: 10, rating: 'B' };
    const open12 = { auctionId: guid('f'), auctionNumber: 12, rating: 'C' };
    await pull(tables, [page(1, [record])]);
    await pull(tables, [page(1, [mine])], { table: 'investments', owner: account });
    await pull(tables, [page(1, [open12])], { table: 'auctions' });
    const [mirror, notes] = [createMirrorCache(tables), createNotesRepository(open)];
    const find = async (
      table: 'auctions' | 'investments' | 'any',
      auctionNumber: number,
      who = account,
    ): Promise<unknown> => {
      const asked = { account: who, fields: ['rating', 'price'], table } as const;
      const [row] = await describeRows([{ auctionNumber }], asked, mirror, notes);
      return row?.record && { rating: row.record.rating, price: row.record.price };
    };
    expect(await find('investments', 10)).toMatchObject({ rating: 'B' });
    expect(await find('investments', 10, 'another' as AccountId)).toBeNull();
    expect(await find('investments', 12)).toBeNull();
    expect(await find('auctions', 12)).toMatchObject({ rating: 'C' });
    expect(await find('auctions', 10)).toBeNull();
    expect(await find('any', 10)).toMatchObject({ price: 4.5 });
    expect(await find('any', 12)).toMatchObject({ rating: 'C' });
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
