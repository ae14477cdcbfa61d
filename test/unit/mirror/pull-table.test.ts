import { describe, expect, it } from 'vitest';
import { writeInvestmentNumber } from '#lib/mirror/investment-number.ts';
import { createMemoryMirror } from './memory-mirror.ts';
import { guid, page, pull, readAll, type Item } from './pull-rig.ts';

const item = (n: number): Item => ({
  listingId: guid(n),
  loanPartId: guid(n, 5),
  auctionId: n % 2 === 0 ? null : guid(n, 6),
  investmentNumber: n % 2 === 0 ? `${n}-${n * 7}` : `odd ${n}`,
  auctionNumber: n,
  auctionBidNumber: n * 7,
  price: n / 100,
  rating: n % 3 === 0 ? null : 'AA',
  userName: `Ünï-${n}`,
});
const items = (from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, i) => item(from + i));

describe('pullTable', () => {
  it('keeps every row of all pages, with what Bondlens adds', async () => {
    const mirror = createMemoryMirror();
    const asked: number[] = [];
    const outcome = await pull(mirror, [page(6000, items(0, 5000)), page(6000, items(5000, 1000))], {
      asked,
    });
    expect(outcome).toMatchObject({ result: 'taken', rows: 6000, received: 6000, first: true, events: 0 });
    expect(asked).toEqual([1, 2]);
    const rows = await readAll(mirror, 'listings', 'listingId');
    expect(rows.size).toBe(6000);
    for (const n of [0, 4095, 4096, 4999, 5000, 5999]) {
      const own = { firstSeenAt: 1000, priceChanges: 0, timesListed: 1 };
      const { investmentNumber, ...row } = rows.get(guid(n)) ?? {};
      const written = writeInvestmentNumber(investmentNumber ?? null, n, n * 7);
      expect({ ...row, investmentNumber: written }).toEqual({ ...item(n), ...own });
    }
  });

  it('writes no column when nothing changed', async () => {
    const mirror = createMemoryMirror();
    await pull(mirror, [page(5000, items(0, 5000))]);
    const before = mirror.chunksWritten;
    const outcome = await pull(mirror, [page(5000, items(0, 5000).toReversed())], { at: 2000 });
    expect(outcome).toMatchObject({ bytesWritten: 0, changed: 0, arrived: 0, vanished: 0, events: 0 });
    expect(mirror.chunksWritten).toBe(before);
    expect((await mirror.readHeads()).get('listings')?.at).toBe(2000);
  });

  it('leaves out items without an id, takes the last of two with the same, and counts both', async () => {
    const mirror = createMemoryMirror();
    const odd = [item(1), { price: 1 }, 'text', { ...item(1), price: 9 }, item(2)];
    const outcome = await pull(mirror, [page(5, odd)]);
    expect(outcome).toMatchObject({
      rows: 2,
      received: 5,
      withoutId: 2,
      duplicates: 1,
      problems: { Payload: 1 },
    });
    expect((await readAll(mirror, 'listings', 'listingId')).get(guid(1))?.['price']).toBe(9);
  });

  it('ends when the list shrinks while it is paged', async () => {
    const mirror = createMemoryMirror();
    expect((await pull(mirror, [page(5, items(0, 2)), page(2, [])])).rows).toBe(2);
  });

  it('accepts an empty market at first', async () => {
    expect(await pull(createMemoryMirror(), [page(0, [])])).toMatchObject({ result: 'taken', rows: 0 });
  });

  it.each([
    ['is cut off', page(2, items(1, 2)).slice(0, -30)],
    ['is an error', '{"Success":false,"Errors":[],"Payload":null}'],
    ['is no JSON', '<html>busy</html>'],
  ])('changes nothing when an answer %s', async (_, text) => {
    const mirror = createMemoryMirror();
    await pull(mirror, [page(3, items(0, 3))]);
    await expect(pull(mirror, [text], { at: 2000 })).rejects.toMatchObject({ code: 'nonsense' });
    expect((await mirror.readHeads()).get('listings')).toMatchObject({ at: 1000, slots: 3 });
  });

  it.each([
    ['a large market that lost more than half', 1200, items(0, 400)],
    ['an empty market after a full one', 3, []],
  ])('believes %s only when it is told twice', async (_, count, few) => {
    const mirror = createMemoryMirror();
    await pull(mirror, [page(count, items(0, count))]);
    const short = [page(few.length, few)];
    expect(await pull(mirror, short, { at: 2000 })).toMatchObject({ result: 'doubted', rows: count });
    expect((await readAll(mirror, 'listings', 'listingId')).size).toBe(count);
    expect((await mirror.readHeads()).get('listings')).toMatchObject({ at: 1000, doubted: few.length });
    expect(await pull(mirror, short, { at: 3000 })).toMatchObject({ result: 'taken', rows: few.length });
    expect((await mirror.readHeads()).get('listings')?.doubted).toBeNull();
  });

  it('forgets its doubt when the market is back', async () => {
    const mirror = createMemoryMirror();
    const [full, short] = [[page(1200, items(0, 1200))], [page(9, items(0, 9))]];
    await pull(mirror, full);
    await pull(mirror, short);
    await pull(mirror, full);
    expect(await pull(mirror, short)).toMatchObject({ result: 'doubted' });
  });

  it('stops when it is aborted, with the table as it was', async () => {
    const abort = new AbortController();
    const mirror = createMemoryMirror();
    const report = (): void => abort.abort();
    await expect(
      pull(mirror, [page(2000, items(0, 2000))], { report, signal: abort.signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect((await mirror.readHeads()).size).toBe(0);
  });

  it('goes on behind the pages that a pull before it had brought, while they are young', async () => {
    const mirror = createMemoryMirror();
    const first = page(3000, items(0, 2000));
    const minute = 60_000;
    await expect(pull(mirror, [first, 'broken'], { at: 0 })).rejects.toMatchObject({ code: 'nonsense' });
    const asked: number[] = [];
    const outcome = await pull(mirror, ['', page(3000, items(2000, 1000))], { at: 9 * minute, asked });
    expect(asked).toEqual([2]);
    expect(outcome).toMatchObject({ rows: 3000, received: 3000 });
    expect(await mirror.readStaged('listings')).toEqual([]);

    await expect(pull(mirror, [first, 'broken'], { at: 0 })).rejects.toMatchObject({ code: 'nonsense' });
    const anew: number[] = [];
    await pull(mirror, [page(3, items(0, 3))], { at: 11 * minute, asked: anew });
    expect(anew).toEqual([1]);
  });

  it('replaces the rows of another account, without a word', async () => {
    const mirror = createMemoryMirror();
    await pull(mirror, [page(5, items(0, 5))], { table: 'investments', owner: 'a' });
    const outcome = await pull(mirror, [page(2, items(3, 2))], {
      table: 'investments',
      owner: 'b',
      at: 2000,
    });
    expect(outcome).toMatchObject({ first: true, rows: 2, events: 0 });
    const kept = await readAll(mirror, 'investments', 'loanPartId');
    expect(new Set(kept.keys())).toEqual(new Set([guid(3, 5), guid(4, 5)]));
  });
});
