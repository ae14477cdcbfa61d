import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeRows } from '../../../entrypoints/background/describe-rows.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
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

async function createStores(items = [record]): Promise<{ mirror: MirrorCache; notes: NotesRepository }> {
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
    expect(row).toEqual({ account, loan: 'loan:10', record: { ...record, auctionBidNumber: null }, note });
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
      { account, loan: 'loan:7', record: null, note: null },
      { account, loan: null, record: null, note: null },
    ]);
  });
});
