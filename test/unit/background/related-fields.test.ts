import { describe, expect, it } from 'vitest';
import { findRelatedFields } from '../../../entrypoints/background/related-fields.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { createMirrorCache, type MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { pullTable } from '#lib/mirror/pull-table.ts';
import { createMemoryMirror } from '#test/unit/mirror/memory-mirror.ts';
import { guid, page, stream, type Item } from '#test/unit/mirror/pull-rig.ts';

const account = 'mine' as AccountId;
const names = ['listingId', 'loanPartId', 'auctionNumber', 'price', 'principalRemaining'];
const fields = names.map((name) => ({ name, key: name, read: (raw: {}) => raw as FieldValue }));

const listing = (n: number, auctionNumber: number, price: number | null, principalRemaining = 10): Item => ({
  listingId: guid(n),
  loanPartId: guid(n, 5),
  auctionNumber,
  price,
  principalRemaining,
});

async function createMirror(listings: readonly Item[], investments: readonly Item[]): Promise<MirrorCache> {
  const mirror = createMemoryMirror();
  for (const [table, owner, items] of [
    ['listings', null, listings],
    ['investments', account, investments],
  ] as const) {
    await pullTable(
      { table, source: 'test', owner, fields },
      {
        mirror,
        now: () => 1000,
        report: () => undefined,
        fetchPage: async (number) => stream(number === 1 ? page(items.length, items) : page(0, [])),
      },
      new AbortController().signal,
    );
  }
  return createMirrorCache(mirror);
}

const market = [
  listing(1, 7, 8),
  listing(2, 7, 9),
  listing(3, 7, 10),
  listing(4, 7, 3, 4),
  listing(5, 8, 5),
  listing(6, 9, null),
  listing(7, 9, 5),
];
const mine = [listing(20, 7, null, 2.5), listing(21, 7, null, 1.25)];

async function find(which: readonly number[], asked?: LoanRecord): Promise<LoanRecord[]> {
  const records = which.map((n) => market[n - 1] as LoanRecord);
  const wanted = asked === undefined ? {} : { fields: Object.keys(asked) as (keyof LoanRecord)[] };
  return findRelatedFields(
    which.map((n) => ({ listingId: guid(n) })),
    records,
    { account, ...wanted },
    await createMirror(market, mine),
  );
}

describe('what else there is of a row’s loan', () => {
  it('is how many other parts are on sale, and how many of them are cheaper', async () => {
    const found = await find([4, 1, 2, 3]);
    expect(found.map(({ otherPartsOnSale }) => otherPartsOnSale)).toEqual([3, 3, 3, 3]);
    expect(found.map(({ pricePercentile }) => pricePercentile)).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  it('has no percentile for the only part, nor where a price is not known', async () => {
    expect(await find([5, 7])).toMatchObject([
      { otherPartsOnSale: 0, pricePercentile: null },
      { otherPartsOnSale: 1, pricePercentile: null },
    ]);
  });

  it('is what the account holds, and that it holds nothing', async () => {
    expect(await find([1, 5])).toMatchObject([
      { holding: true, partsHeld: 2, amountHeld: 3.75 },
      { holding: false, partsHeld: 0, amountHeld: 0 },
    ]);
  });

  it('is not known of holdings before the investments of the account are', async () => {
    const mirror = await createMirror(market, mine);
    const [found] = await findRelatedFields(
      [{ auctionNumber: 7 }],
      [market[0] as LoanRecord],
      { account: 'another' as AccountId },
      mirror,
    );
    expect(found).toEqual({ otherPartsOnSale: 3, pricePercentile: 1 / 3 });
  });

  it('is told of a row that the market does not have, as far as it is held', async () => {
    const mirror = await createMirror(market, mine);
    const found = await findRelatedFields([{ auctionNumber: 7 }, {}], [null, null], { account }, mirror);
    expect(found).toEqual([{ holding: true, partsHeld: 2, amountHeld: 3.75 }, {}]);
  });

  it('is looked for only where it is asked for', async () => {
    expect(await find([1], { price: 1 })).toEqual([{}]);
    expect(await find([1], { holding: true })).toEqual([{ holding: true, partsHeld: 2, amountHeld: 3.75 }]);
    expect(await find([1], { pricePercentile: 1 })).toEqual([
      { otherPartsOnSale: 3, pricePercentile: 1 / 3 },
    ]);
  });
});
