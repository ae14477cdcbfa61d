import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeRows } from '../../../entrypoints/background/describe-rows.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { createIndexBuilder } from '#lib/mirror/market-index.ts';
import { packRecords } from '#lib/mirror/pack-columns.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMarketRepository, type MarketRepository } from '#lib/store/market-repository.ts';
import { createNotesRepository, type NotesRepository } from '#lib/store/notes-repository.ts';

const guid = (text: string): string => `${text.padStart(8, '0')}-1111-4111-8111-111111111111`;
const record = {
  listingId: guid('a'),
  loanPartId: guid('b'),
  auctionId: guid('c'),
  auctionNumber: 10,
  price: 4.5,
};

async function createStores(): Promise<{ market: MarketRepository; notes: NotesRepository }> {
  const open = createDatabase(crypto.randomUUID());
  const market = createMarketRepository(open);
  const index = createIndexBuilder();
  index.add([record]);
  await market.writeChunk('pull', 0, packRecords([record]));
  await market.writeIndexes('pull', index.finish());
  return { market, notes: createNotesRepository(open) };
}

const account = 'mine' as AccountId;
const draft = { text: 'pays late', colour: 'amber', tags: [] } as const;

describe('describeRows', () => {
  it('brings the record of the mirror and the note of its loan', async () => {
    const { market, notes } = await createStores();
    const note = await notes.save({ account, loan: 'loan:10' as LoanKey }, draft, 0, 1);
    const [row] = await describeRows([{ listingId: guid('a') }], { account, pull: 'pull' }, market, notes);
    expect(row).toEqual({ account, loan: 'loan:10', record, note });
  });

  it('finds the note of a loan that was noted when only its GUID was known', async () => {
    const { market, notes } = await createStores();
    const loan = `auction:${guid('c')}` as LoanKey;
    const note = await notes.save({ account, loan }, draft, 0, 1);
    const [row] = await describeRows([{ auctionNumber: 10 }], { account, pull: 'pull' }, market, notes);
    expect(row).toMatchObject({ loan, note });
  });

  it('answers from the page’s own ids while nothing is mirrored', async () => {
    const { market, notes } = await createStores();
    expect(
      await describeRows(
        [{ auctionNumber: 7 }, { guids: [guid('9')] }],
        { account, pull: null },
        market,
        notes,
      ),
    ).toEqual([
      { account, loan: 'loan:7', record: null, note: null },
      { account, loan: null, record: null, note: null },
    ]);
  });
});
