import { describe, expect, it } from 'vitest';
import type { RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { findRecords, type MarketReader } from '#lib/mirror/find-records.ts';
import { createIndexBuilder } from '#lib/mirror/market-index.ts';
import { packRecords } from '#lib/mirror/pack-columns.ts';

const guid = (text: string): string => `${text.padStart(8, '0')}-1111-4111-8111-111111111111`;
const listing = (n: number, auctionNumber: number, auctionBidNumber: number): LoanRecord => ({
  listingId: guid(`a${n}`),
  loanPartId: guid(`b${n}`),
  auctionId: guid(`c${auctionNumber}`),
  auctionNumber,
  auctionBidNumber,
  price: n,
});
const market = [listing(1, 10, 100), listing(2, 10, 101), listing(3, 30, 300)];

function createReader(): MarketReader & { reads: number } {
  const builder = createIndexBuilder();
  builder.add(market);
  const indexes = builder.finish();
  return {
    reads: 0,
    async readIndexes(ids) {
      this.reads += 1;
      return new Map(ids.map((id) => [id, indexes[id]]));
    },
    async readChunks(numbers) {
      this.reads += 1;
      return new Map([...new Set(numbers)].map((n) => [n, packRecords(market)]));
    },
  };
}

async function findPrices(...rows: RowIds[]): Promise<unknown[]> {
  return (await findRecords(rows, createReader())).map((record) => record?.price ?? null);
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

  it('reads once for indexes and once for chunks, however many rows', async () => {
    const reader = createReader();
    await findRecords([{ listingId: guid('a1') }, { auctionNumber: 30 }, { listingId: guid('a2') }], reader);
    expect(reader.reads).toBe(2);
  });
});
