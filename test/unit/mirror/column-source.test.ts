import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import type { Column } from '#lib/formula/columns.ts';
import { isWordColumn } from '#lib/formula/columns.ts';
import { loadColumnSource, type Derivation } from '#lib/mirror/column-source.ts';
import { findHoldings, findPartsOnSale } from '#lib/mirror/find-related.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createMemoryMirror, type MemoryMirror } from './memory-mirror.ts';
import { guid, page, pull, type Item } from './pull-rig.ts';

const today = 20_000 as Day;
const item = (n: number): Item => ({
  listingId: guid(n),
  loanPartId: guid(n, 5),
  investmentNumber: `${n % 10}-${n}`,
  auctionNumber: n % 10,
  auctionBidNumber: n,
  price: n === 3 ? null : n / 100,
  rating: ['AA', 'B', null][n % 3] ?? null,
});

async function createMarket(count: number): Promise<MemoryMirror> {
  const mirror = createMemoryMirror();
  const items = Array.from({ length: count }, (_, n) => item(n));
  await pull(mirror, [page(count, items)]);
  return mirror;
}

const list = (column: Column): unknown[] =>
  isWordColumn(column)
    ? Array.from(column.codes, (code) => column.words[code])
    : Array.from(column.numbers, (number) => (Number.isNaN(number) ? null : number));

describe('loadColumnSource', () => {
  it('gives every live row its values, numbers as numbers and ids as words', async () => {
    const mirror = await createMarket(5000);
    const gone = new Set([7, 4100]);
    const items = Array.from({ length: 5000 }, (_, n) => item(n)).filter((_, n) => !gone.has(n));
    await pull(mirror, [page(items.length, items)]);
    const source = await loadColumnSource(
      createMirrorCache(mirror),
      'listings',
      ['price', 'rating', 'listingId', 'auctionNumber', 'investmentNumber'],
      today,
    );
    expect(source.rows).toBe(4998);
    for (const id of ['price', 'rating', 'listingId', 'investmentNumber'] as const) {
      expect(list(source.column(id))).toEqual(items.map((row) => row[id]));
    }
    expect(list(source.column('auctionNumber')).slice(0, 3)).toEqual(['0', '1', '2']);
    expect(source.column('rating')).toMatchObject({ codes: expect.any(Uint8Array) });
  });

  it('reads no column that was not asked for, and knows nothing of those', async () => {
    const mirror = await createMarket(10);
    const read: string[] = [];
    const cache = createMirrorCache({
      ...mirror,
      readTable: (table, columns) => {
        read.push(...columns);
        return mirror.readTable(table, columns);
      },
    });
    const source = await loadColumnSource(cache, 'listings', ['price'], today);
    expect(read).toEqual(['price']);
    expect(list(source.column('rating'))).toEqual(Array.from({ length: 10 }, () => null));
    const none = await loadColumnSource(
      createMirrorCache(createMemoryMirror()),
      'listings',
      ['price'],
      today,
    );
    expect(none.rows).toBe(0);
  });

  it('works out the fields that follow from others', async () => {
    const derivation: Derivation = {
      derived: new Set(['discount']),
      inputs: ['price'],
      derive: ({ price }) => (typeof price === 'number' ? { discount: price * 2 } : {}),
    };
    const cache = createMirrorCache(await createMarket(5));
    const source = await loadColumnSource(cache, 'listings', ['discount'], today, derivation);
    expect(list(source.column('discount'))).toEqual([0, 0.02, 0.04, null, 0.08]);
  });
});

describe('moments of a table', () => {
  it('are read as days, as formulas compare them', async () => {
    // The rows were first seen a second after the first of January 1970 began.
    const cache = createMirrorCache(await createMarket(3));
    const source = await loadColumnSource(cache, 'listings', ['firstSeenAt'], today);
    expect(list(source.column('firstSeenAt'))).toEqual([0, 0, 0]);
  });
});

describe('what else there is of a loan', () => {
  it('tells which parts of it are on sale', async () => {
    const found = await findPartsOnSale([3, 99], ['price'], createMirrorCache(await createMarket(30)));
    expect(found).toEqual(new Map([[3, [{ price: null }, { price: 0.13 }, { price: 0.23 }]]]));
  });

  it('tells which parts of it the account holds, and nothing for another account', async () => {
    const mirror = createMemoryMirror();
    await pull(mirror, [page(2, [item(4), item(14)])], { table: 'investments', owner: 'me' });
    const cache = createMirrorCache(mirror);
    const holding = { auctionNumber: 4, amount: null, principalRemaining: null };
    expect(await findHoldings([4, 5], 'me', cache)).toEqual(
      new Map([
        [
          4,
          [
            { ...holding, loanPartId: guid(4, 5) },
            { ...holding, loanPartId: guid(14, 5) },
          ],
        ],
      ]),
    );
    expect(await findHoldings([4], 'another', cache)).toBeUndefined();
  });
});
