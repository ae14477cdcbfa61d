import { describe, expect, it } from 'vitest';
import type { RowIds } from '#lib/loan/ids.ts';
import { findRecords } from '#lib/mirror/find-records.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createMemoryMirror, type MemoryMirror } from './memory-mirror.ts';
import { page, pull, type Item } from './pull-rig.ts';

const guid = (text: string): string => `${text.padStart(8, '0')}-1111-4111-8111-111111111111`;
const listing = (n: number, auctionNumber: number, auctionBidNumber: number): Item => ({
  listingId: guid(`a${n}`),
  loanPartId: guid(`b${n}`),
  auctionId: guid(`c${auctionNumber}`),
  investmentNumber: `${auctionNumber}-${auctionBidNumber}`,
  auctionNumber,
  auctionBidNumber,
  price: n,
  rating: null,
  userName: `name ${n}`,
});
const market = [listing(1, 10, 100), listing(2, 10, 101), listing(3, 30, 300)];

async function createMarket(items: readonly Item[] = market): Promise<MemoryMirror> {
  const mirror = createMemoryMirror();
  await pull(mirror, [page(items.length, items)]);
  return mirror;
}

async function findPrices(...rows: RowIds[]): Promise<unknown[]> {
  const records = await findRecords(rows, createMirrorCache(await createMarket()));
  return records.map((record) => record?.price ?? null);
}

describe('findRecords', () => {
  it('finds a listing by any GUID that belongs to it alone, known by its role or not', async () => {
    expect(
      await findPrices(
        { listingId: guid('a2') },
        { loanPartId: guid('b1') },
        { guids: [guid('ff'), guid('b3')] },
        { auctionId: guid('c30') },
      ),
    ).toEqual([2, 1, 3, 3]);
  });

  it('takes a loan number only where it fits one listing', async () => {
    expect(
      await findPrices(
        { auctionNumber: 30 },
        { auctionNumber: 10 },
        { auctionNumber: 10, auctionBidNumber: 101 },
        { auctionNumber: 99 },
      ),
    ).toEqual([3, null, 2, null]);
  });

  it('does not believe a record that contradicts the page', async () => {
    expect(await findPrices({ listingId: guid('a1'), auctionNumber: 30 })).toEqual([null]);
    expect(await findPrices({ listingId: guid('a1'), auctionNumber: 11 })).toEqual([null]);
  });

  it('tells GUIDs apart that begin alike', async () => {
    const twin = { ...listing(9, 90, 900), listingId: guid('a1').replace(/.$/, '2') };
    const cache = createMirrorCache(await createMarket([...market, twin]));
    const [record] = await findRecords([{ listingId: twin.listingId as string }], cache);
    expect(record?.price).toBe(9);
  });

  it('gives all that is known, or only the ids and the fields that were asked for', async () => {
    const cache = createMirrorCache(await createMarket());
    const own = { firstSeenAt: 1000, priceChanges: 0, timesListed: 1 };
    expect(await findRecords([{ auctionNumber: 30 }], cache)).toEqual([{ ...market[2], ...own }]);
    const { listingId, loanPartId, auctionId, auctionNumber, auctionBidNumber } = market[2] ?? {};
    expect(await findRecords([{ auctionNumber: 30 }], cache, ['rating', 'investmentNumber', 'xirr'])).toEqual(
      [
        {
          listingId,
          loanPartId,
          auctionId,
          auctionNumber,
          auctionBidNumber,
          rating: null,
          investmentNumber: '30-300',
        },
      ],
    );
  });

  it('knows no listing that is gone, and the one that took its place', async () => {
    const mirror = await createMarket();
    const cache = createMirrorCache(mirror);
    await findRecords([{ auctionNumber: 30 }], cache);
    await pull(mirror, [page(2, [listing(4, 40, 400), listing(3, 30, 300)])], { at: 2000 });
    const rows = [{ listingId: guid('a1') }, { listingId: guid('a2') }, { listingId: guid('a4') }];
    expect((await findRecords(rows, cache)).map((record) => record?.price ?? null)).toEqual([null, null, 4]);
  });

  it('knows nothing before the first pull', async () => {
    expect(await findRecords([{ auctionNumber: 1 }], createMirrorCache(createMemoryMirror()))).toEqual([
      null,
    ]);
  });

  it('reads the same columns once, however often it is asked', async () => {
    const items = Array.from({ length: 9000 }, (_, n) => listing(n + 1, n + 1, n + 1));
    const mirror = await createMarket(items);
    const read: (readonly string[])[] = [];
    const cache = createMirrorCache({
      ...mirror,
      readTable: (table, columns, only) => {
        read.push(columns);
        return mirror.readTable(table, columns, only);
      },
    });
    const rows = [1, 5000, 9000].map((auctionNumber) => ({ auctionNumber }));
    for (let time = 0; time < 2; time += 1) {
      const found = await findRecords(rows, cache, ['price']);
      expect(found.map((record) => record?.price)).toEqual([1, 5000, 9000]);
    }
    const columns = read.flat();
    expect(columns.length).toBe(new Set(columns).size);
    expect(columns).not.toContain('rating');
  });
});
