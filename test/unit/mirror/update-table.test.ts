import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendRows } from '#lib/mirror/append-rows.ts';
import { readEvents } from '#lib/mirror/events.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import type { PullOutcome } from '#lib/mirror/pull-outcome.ts';
import { createMemoryMirror, type MemoryMirror } from './memory-mirror.ts';
import { guid, page, pull, readAll, type Item } from './pull-rig.ts';

interface Listing {
  n: number;
  price: number | null;
  rating: string | null;
}

const listing: fc.Arbitrary<Listing> = fc.record({
  n: fc.nat({ max: 60 }),
  price: fc.option(fc.nat({ max: 3 }), { nil: null }),
  rating: fc.constantFrom('A', 'B', null),
});
const market = fc.uniqueArray(listing, { selector: ({ n }) => n, maxLength: 40 });

const toItem = ({ n, price, rating }: Listing): Item => ({
  listingId: guid(n),
  loanPartId: guid(n, 5),
  auctionNumber: n,
  price,
  rating,
});

/** What happened between two markets, told the plain way. */
function compare(old: readonly Listing[], now: readonly Listing[]): string[] {
  const before = new Map(old.map((row) => [row.n, row]));
  return now
    .flatMap((row) => {
      const was = before.get(row.n);
      if (was === undefined) return [`listed ${guid(row.n)} null null null`];
      return (['price', 'rating'] as const).flatMap((field) =>
        was[field] === row[field] ? [] : [`changed ${guid(row.n)} ${field} ${was[field]} ${row[field]}`],
      );
    })
    .toSorted();
}

async function listEvents(mirror: MemoryMirror): Promise<string[]> {
  const events = await readEvents(createMirrorCache(mirror), null, 10_000);
  return events.map(
    ({ kind, rowId, field, from, to }) => `${kind} ${rowId} ${field} ${String(from)} ${String(to)}`,
  );
}

const pullMarket = (mirror: MemoryMirror, rows: readonly Listing[], at: number): Promise<PullOutcome> =>
  pull(mirror, [page(rows.length, rows.map(toItem))], { at });

describe('a market that is pulled again and again', () => {
  it('is always as it was told last, and every change is told once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(market, { minLength: 2, maxLength: 6 }), async (markets) => {
        const mirror = createMemoryMirror();
        let old: readonly Listing[] | undefined;
        const missing = new Map<number, Listing>();
        const seenAt = new Map<number, number>();
        let told = 0;
        for (const [at, rows] of markets.entries()) {
          if (old !== undefined && old.length > 0 && rows.length === 0) continue;
          const outcome = await pullMarket(mirror, rows, at);
          const kept = await readAll(mirror, 'listings', 'auctionNumber');
          expect(new Map([...kept].map(([n, { price, rating }]) => [n, { price, rating }]))).toEqual(
            new Map(rows.map(({ n, price, rating }) => [n, { price, rating }])),
          );

          // What is back from among the missing was never away.
          const back = rows.flatMap(({ n }) => missing.get(n) ?? []);
          const expected = old === undefined ? [] : compare([...old, ...back], rows);
          expect((await listEvents(mirror)).slice(told).toSorted()).toEqual(expected);
          expect(outcome.events).toBe(expected.length);
          told += expected.length;

          const present = new Set(rows.map(({ n }) => n));
          for (const { n } of back) missing.delete(n);
          for (const row of old ?? []) if (!present.has(row.n)) missing.set(row.n, row);
          const vanished = await mirror.readVanished('listings');
          expect(new Map(vanished.map(({ id, values }) => [id, values['price']]))).toEqual(
            new Map([...missing.values()].map(({ n, price }) => [guid(n), price])),
          );
          for (const { n } of rows) if (!seenAt.has(n)) seenAt.set(n, at);
          for (const [n, row] of kept) expect(row['firstSeenAt']).toBe(seenAt.get(Number(n)));
          old = rows;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the place of a row that left to one that comes', async () => {
    const mirror = createMemoryMirror();
    const row = (n: number): Listing => ({ n, price: 1, rating: null });
    await pullMarket(mirror, [row(1), row(2), row(3)], 1);
    await pullMarket(mirror, [row(3), row(4)], 2);
    expect((await mirror.readHeads()).get('listings')).toMatchObject({ slots: 3, free: Uint32Array.of(1) });
    await pullMarket(mirror, [row(3), row(4), row(5), row(6)], 3);
    expect((await mirror.readHeads()).get('listings')).toMatchObject({ slots: 4, free: new Uint32Array(0) });
  });

  it('counts the price changes of a listing, and how often its part was listed', async () => {
    const mirror = createMemoryMirror();
    const other = { n: 9, price: 1, rating: null };
    for (const [at, price] of [5, 5, 4, 3].entries()) {
      await pullMarket(mirror, [{ n: 1, price, rating: null }, other], at);
    }
    const read = async (): Promise<unknown> =>
      (await readAll(mirror, 'listings', 'loanPartId')).get(guid(1, 5));
    expect(await read()).toMatchObject({ priceChanges: 2, timesListed: 1, firstSeenAt: 0 });

    await pullMarket(mirror, [other], 10);
    const again = { ...toItem({ n: 1, price: 3, rating: null }), listingId: guid(101) };
    await pull(mirror, [page(2, [again, toItem(other)])], { at: 11 });
    expect(await read()).toMatchObject({ priceChanges: 0, timesListed: 2, firstSeenAt: 11 });

    // The first one's end was found, the second one's too: the part was seen twice.
    await pull(mirror, [page(1, [toItem(other)])], { at: 12 });
    const waiting = await mirror.readVanished('listings');
    const history = await appendRows(
      mirror,
      'ended-listings',
      waiting.map(({ values }) => values),
      12,
    );
    await mirror.commit({
      tables: history === undefined ? [] : [history],
      vanished: { put: [], remove: waiting },
    });
    await pull(mirror, [page(2, [{ ...again, listingId: guid(102) }, toItem(other)])], { at: 13 });
    expect(await read()).toMatchObject({ timesListed: 3 });
  });

  it('tells of investments what was bought, what changed and what left', async () => {
    const mirror = createMemoryMirror();
    const row = (n: number, price: number): Item => toItem({ n, price, rating: null });
    const options = { table: 'investments', owner: 'me' } as const;
    await pull(mirror, [page(2, [row(1, 1), row(2, 2)])], { ...options, at: 1 });
    await pull(mirror, [page(2, [row(2, 3), row(4, 4)])], { ...options, at: 2 });
    expect(await listEvents(mirror)).toEqual([
      `bought ${guid(4, 5)} null null null`,
      `changed ${guid(2, 5)} price 2 3`,
      `left ${guid(1, 5)} null null null`,
    ]);
    expect(await mirror.readVanished('investments')).toEqual([]);
  });
});
