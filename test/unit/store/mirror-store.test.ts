import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { appendRows } from '#lib/mirror/append-rows.ts';
import { countEvents, readEvents, readPriceHistory } from '#lib/mirror/events.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import { measureAll } from '#lib/mirror/read-packed.ts';
import { measureTable } from '#lib/mirror/trim.ts';
import { createDatabase, type Database } from '#lib/store/database.ts';
import { createMirrorStore, type MirrorStore } from '#lib/store/mirror-store.ts';
import { createRecords } from '#lib/store/records.ts';
import { guid, page, pull, readAll, type Item } from '#test/unit/mirror/pull-rig.ts';

const item = (n: number, price = n): Item => ({
  listingId: guid(n),
  loanPartId: guid(n, 5),
  auctionNumber: n,
  price,
});
const items = (from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, i) => item(from + i));
const endless = Number.POSITIVE_INFINITY;

function createStore(): { store: MirrorStore; open: () => Promise<Database> } {
  const open = createDatabase(crypto.randomUUID());
  return { store: createMirrorStore(open), open };
}

async function append(store: MirrorStore, count: number, at: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => ({ kind: 'listed', at, rowId: guid(n) }));
  const change = await appendRows(store.tables, 'events', rows, at);
  await store.tables.commit({ tables: change === undefined ? [] : [change] });
}

const detail = (n: number, at: number) => ({ loanPartId: guid(n), at, loanPart: { text: 'x'.repeat(1000) } });

describe('the mirror on disk', () => {
  it('is read as it was written, by columns and by chunks', async () => {
    const { store } = createStore();
    await pull(store.tables, [page(5000, items(0, 5000))]);
    const rows = await readAll(store.tables, 'listings', 'auctionNumber');
    expect(rows.size).toBe(5000);
    expect(rows.get(4999)).toMatchObject(item(4999));
    const columns = await store.tables.readColumns('listings', ['price', 'none'], [1]);
    expect([...columns].map(([name, chunks]) => [name, chunks.length])).toEqual([['price', 1]]);
  });

  it('keeps every value of a column below 64 KiB', async () => {
    const { store, open } = createStore();
    await pull(store.tables, [page(9000, items(0, 9000))]);
    const chunks = await (await open()).getAll('mirror-columns');
    expect(chunks.length).toBeGreaterThan(20);
    expect(Math.max(...chunks.map((chunk) => measureAll([chunk])))).toBeLessThan(65_536);
  });

  it('keeps what vanished until it is looked up, and pages until they are laid', async () => {
    const { store } = createStore();
    await pull(store.tables, [page(3, items(1, 3))], { at: 1 });
    await expect(pull(store.tables, [page(9, items(2, 2)), 'broken'], { at: 2 })).rejects.toThrow();
    expect((await store.tables.readStaged('listings')).map(({ page: number }) => number)).toEqual([1]);
    await pull(store.tables, ['', page(2, [])], { at: 3 });
    expect(await store.tables.readStaged('listings')).toEqual([]);
    const vanished = await store.tables.readVanished('listings');
    expect(vanished).toMatchObject([{ id: guid(1), lastSeenAt: 1, goneAt: 3, askedAt: null }]);
    await store.tables.commit({ tables: [], vanished: { put: [], remove: vanished } });
    expect(await store.tables.readVanished('listings')).toEqual([]);
  });

  it('tells events once, counts them by kind and knows the prices of a listing', async () => {
    const { store } = createStore();
    const cache = createMirrorCache(store.tables);
    for (const [at, price] of [5, 4, 4, 6].entries()) {
      await pull(store.tables, [page(2 + at, [item(1, price), ...items(2, 1 + at)])], { at });
    }
    expect(await countEvents(cache, null)).toEqual(
      new Map([
        ['listed', 3],
        ['changed', 2],
      ]),
    );
    const first = await readEvents(cache, null, 2);
    expect(first.map(({ id, kind }) => [id, kind])).toEqual([
      [0, 'listed'],
      [1, 'changed'],
    ]);
    expect((await readEvents(cache, 1, 9)).map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(await countEvents(cache, 4)).toEqual(new Map());
    expect(await readPriceHistory(cache, { listingId: guid(1), firstSeenAt: 0 })).toEqual([
      { at: 0, price: 5 },
      { at: 1, price: 4 },
      { at: 3, price: 6 },
    ]);
    expect(await readPriceHistory(cache, { listingId: guid(2), firstSeenAt: 0 })).toEqual([]);
  });

  it('is empty when it was emptied', async () => {
    const { store } = createStore();
    await pull(store.tables, [page(3, items(1, 3))]);
    await store.details.write([detail(1, 1)]);
    await store.clear();
    expect((await store.tables.readHeads()).size).toBe(0);
    expect(await store.details.measure()).toEqual({ rows: 0, bytes: 0, at: null });
  });
});

describe('details', () => {
  it('are kept one a loan part, the newest', async () => {
    const { store } = createStore();
    await store.details.write([detail(1, 10), detail(2, 20)]);
    await store.details.write([detail(1, 30)]);
    expect(await store.details.readAges()).toEqual(
      new Map([
        [guid(1), 30],
        [guid(2), 20],
      ]),
    );
    expect([...(await store.details.read([guid(1), guid(9)])).values()]).toEqual([detail(1, 30)]);
    expect(await store.details.measure()).toMatchObject({ rows: 2, at: 30 });
  });
});

describe('the limits of the mirror', () => {
  it('let go what is too old, and nothing else', async () => {
    const { store } = createStore();
    await store.details.write([detail(1, 10), detail(2, 500)]);
    await append(store, 4096, 10);
    await append(store, 4096, 500);
    await append(store, 10, 500);
    expect(await store.trim({ bytes: endless, ageMs: 400 }, 600)).toBe(true);
    expect([...(await store.details.readAges()).keys()]).toEqual([guid(2)]);
    const cache = createMirrorCache(store.tables);
    const [event] = await readEvents(cache, null, 1);
    expect(event).toMatchObject({ id: 4096, at: 500 });
    expect(await store.trim({ bytes: endless, ageMs: 400 }, 600)).toBe(false);
    await append(store, 1, 700);
    expect((await readEvents(cache, 8201, 9)).map(({ id, at }) => [id, at])).toEqual([[8202, 700]]);
  });

  it('give up details first, then history, and never what there is now', async () => {
    const { store } = createStore();
    await pull(store.tables, [page(100, items(0, 100))]);
    await store.details.write([detail(1, 2), detail(2, 1), detail(3, 3)]);
    await append(store, 5000, 10);
    const measure = async (): Promise<number> =>
      [...(await store.tables.readHeads()).values()].reduce(
        (sum, head) => sum + measureTable(head),
        (await store.details.measure()).bytes,
      );
    const full = await measure();
    await store.trim({ bytes: full - 500, ageMs: endless }, 100);
    expect([...(await store.details.readAges()).keys()].toSorted()).toEqual([guid(1), guid(3)].toSorted());
    await store.trim({ bytes: 0, ageMs: endless }, 100);
    expect(await store.details.measure()).toMatchObject({ rows: 0 });
    expect(await readEvents(createMirrorCache(store.tables), null, 9)).toEqual([]);
    expect((await readAll(store.tables, 'listings', 'auctionNumber')).size).toBe(100);
    // Places are not given twice, even when everything went.
    await append(store, 1, 20);
    expect((await readEvents(createMirrorCache(store.tables), null, 9)).map(({ id }) => id)).toEqual([8192]);
  });
});

/** From now on nothing is put into this store while the disk is full. */
function refusePuts(name: string, isFull: () => boolean): void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === name && isFull()) throw new DOMException('Full.', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

describe('a full disk', () => {
  it('trims the mirror once, and the pull is written after all', async () => {
    const { store } = createStore();
    await store.details.write([detail(1, 1), detail(2, 2), detail(3, 3), detail(4, 4)]);
    let tries = 0;
    refusePuts('mirror-columns', () => (tries += 1) === 1);
    expect(await pull(store.tables, [page(3, items(1, 3))])).toMatchObject({ result: 'taken', rows: 3 });
    expect((await readAll(store.tables, 'listings', 'auctionNumber')).size).toBe(3);
    expect([...(await store.details.readAges()).keys()]).not.toContain(guid(1));
  });

  it('is said when trimming does not help, and the mirror is as it was', async () => {
    const { store } = createStore();
    await pull(store.tables, [page(3, items(1, 3))], { at: 1 });
    await store.details.write([detail(1, 1), detail(2, 2)]);
    refusePuts('mirror-columns', () => true);
    await expect(pull(store.tables, [page(9, items(0, 9))], { at: 2 })).rejects.toMatchObject({
      code: 'disk-full',
    });
    vi.restoreAllMocks();
    expect((await store.tables.readHeads()).get('listings')).toMatchObject({ at: 1, slots: 3 });
    expect([...(await readAll(store.tables, 'listings', 'auctionNumber')).keys()]).toEqual([1, 2, 3]);
    expect(await store.tables.readVanished('listings')).toEqual([]);
  });

  it('loses no detail that was there when others do not fit', async () => {
    const { store } = createStore();
    await store.details.write([detail(1, 1)]);
    refusePuts('detail-index', () => true);
    await expect(store.details.write([detail(2, 2)])).rejects.toMatchObject({ code: 'disk-full' });
    vi.restoreAllMocks();
    expect([...(await store.details.read([guid(1), guid(2)])).keys()]).toEqual([guid(1)]);
  });
});

describe('a database of the first version', () => {
  it('is upgraded: what a person wrote stays, the market of the first layout goes', async () => {
    const name = crypto.randomUUID();
    const first = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('notes', { keyPath: ['account', 'loan'] });
        for (const store of ['market-chunks', 'market-indexes', 'states', 'secrets']) {
          database.createObjectStore(store);
        }
      },
    });
    const note = {
      account: 'mine',
      loan: 'loan:7',
      text: 'late twice',
      colour: 'red',
      tags: ['late'],
      revision: 1,
      createdAt: 5,
      changedAt: 5,
      removedAt: null,
    };
    await first.put('notes', note);
    await first.put('states', { left: 3 }, 'quota:x');
    await first.put('secrets', 'token', 'grant:mine');
    await first.put('market-chunks', { rows: 0, columns: {} }, ['pull', 0]);
    await first.put('market-indexes', {}, ['pull', 'listingId']);
    first.close();

    const open = createDatabase(name);
    const database = await open();
    expect([...database.objectStoreNames]).not.toContain('market-chunks');
    expect([...database.objectStoreNames]).not.toContain('market-indexes');
    expect(await database.get('notes', ['mine', 'loan:7'])).toMatchObject({
      text: 'late twice',
      tags: ['late'],
    });
    expect(await createRecords(open, 'states').get('quota:x')).toEqual({ left: 3 });
    expect(await createRecords(open, 'secrets').get('grant:mine')).toBe('token');
    const store = createMirrorStore(open);
    await pull(store.tables, [page(1, items(1, 1))]);
    expect((await readAll(store.tables, 'listings', 'auctionNumber')).size).toBe(1);
  });
});
