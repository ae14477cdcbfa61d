import { Dexie } from 'dexie';
import { itemFields } from '#lib/bondora/item-fields.ts';
import type { Day } from '#lib/base/day.ts';
import { isWordColumn } from '#lib/formula/columns.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { loadColumnSource } from '#lib/mirror/column-source.ts';
import { findRecords } from '#lib/mirror/find-records.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import type { MirrorReader } from '#lib/mirror/mirror-disk.ts';
import { pullTable } from '#lib/mirror/pull-table.ts';
import type { PackedColumn } from '#lib/mirror/table.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMirrorRepository } from '#lib/store/mirror-repository.ts';
import { measureStored } from './measure-stored.ts';
import { readAll, readOne, writePlain } from './plain-store.ts';

// Runs in a page of an extension: the mirror's own store, and others beside it.

const open = createDatabase('bench');
const mirror = createMirrorRepository(open, () => Promise.resolve(false));

/** Pulls the market into the store. Gives the bytes that the store was handed, all records and keys included. */
export async function pull(address: string, token: string): Promise<{ ms: number; bytes: number }> {
  let bytes = 0;
  const began = performance.now();
  await pullTable(
    { table: 'listings', source: 'secondarymarket', owner: null, fields: itemFields.listSecondaryMarket },
    {
      mirror: {
        ...mirror,
        commit: async (changes) => {
          bytes += measureStored(changes);
          await mirror.commit(changes);
        },
        stage: async (page) => {
          bytes += measureStored(page);
          await mirror.stage(page);
        },
      },
      now: Date.now,
      fetchPage: async (_page, signal) => {
        const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
        return answer.body ?? new Blob().stream();
      },
      report: () => undefined,
    },
    new AbortController().signal,
  );
  return { ms: performance.now() - began, bytes };
}

/** What a screenful needs: the columns of a usual view, and what its added columns are derived from. */
const screenful = [
  'rating',
  'country',
  'interest',
  'price',
  'discount',
  'xirr',
  'principalRemaining',
  'outstandingPayments',
  'nextPaymentDate',
  'nextPaymentNr',
  'nrOfScheduledPayments',
  'loanStatusCode',
  'debtOccurredOnForSecondary',
  'signedDate',
  'listedOnDate',
] as const satisfies readonly FieldId[];

/** Puts exactly what a screenful reads under keys that follow one another, and as one record; for Dexie too. */
export async function prepareScreenful(
  listingIds: readonly string[],
): Promise<{ chunks: number; bytes: number }> {
  const read: PackedColumn[] = [];
  await findScreenful(listingIds, watching(read));
  await writePlain('screenful', read);
  await dexie.table('chunks').bulkPut(read.map((value, key) => ({ key, value })));
  return { chunks: read.length, bytes: measureStored(read) };
}

/** One screenful from a store that holds nothing in memory, as after a rest of the background. */
export async function readScreenful(listingIds: readonly string[]): Promise<number> {
  return timed(async () => {
    const found = await findScreenful(listingIds, mirror);
    if (found !== listingIds.length) throw new Error(`Only ${found} of the rows were found`);
  });
}

async function findScreenful(listingIds: readonly string[], reader: MirrorReader): Promise<number> {
  const rows = listingIds.map((listingId) => ({ listingId }));
  const records = await findRecords(rows, createMirrorCache(reader), screenful);
  return records.filter((record) => record !== null).length;
}

/** The same bytes by one `getAll`. */
export function readScreenfulPlain(): Promise<number> {
  return timed(() => readAll('screenful'));
}

const dexie = new Dexie('bench-dexie');
dexie.version(1).stores({ chunks: 'key', records: 'listingId' });

/** Some of the rows as records, for Dexie; to be called again and again, as a call may not take too long. */
export async function prepareRecords(
  items: readonly Record<string, unknown>[],
  copies: number,
  from: number,
): Promise<void> {
  const records = Array.from({ length: copies }, (_, n) => ({
    ...items[n % items.length],
    listingId: from + n < items.length ? items[from + n]?.['Id'] : `copy-${from + n}`,
  }));
  await dexie.table('records').bulkPut(records);
}

/** The same rows, kept as records, by their keys. */
export function readRecordsByDexie(listingIds: readonly string[]): Promise<number> {
  return timed(async () => {
    const found = await dexie.table('records').bulkGet([...listingIds]);
    if (found.some((record) => record === undefined)) throw new Error('Dexie does not know all rows');
  });
}

/** The same chunks, by their keys. */
export function readChunksByDexie(chunks: number): Promise<number> {
  const keys = Array.from({ length: chunks }, (_, key) => key);
  return timed(() => dexie.table('chunks').bulkGet(keys));
}

const twoColumns = ['price', 'interest'] as const;

/** Puts the chunks of two columns into one record. */
export async function prepareColumns(): Promise<{ bytes: number }> {
  const read: PackedColumn[] = [];
  await loadColumns(watching(read));
  await writePlain('columns', [read]);
  return { bytes: measureStored(read) };
}

/** Two columns of all rows, as numbers for the formula engine. */
export function readColumns(): Promise<number> {
  return timed(() => loadColumns(mirror));
}

/** The same bytes as one record. */
export function readColumnsPlain(): Promise<number> {
  return timed(() => readOne('columns'));
}

async function loadColumns(reader: MirrorReader): Promise<void> {
  const source = await loadColumnSource(createMirrorCache(reader), 'listings', twoColumns, 0 as Day);
  for (const id of twoColumns) {
    const column = source.column(id);
    if (isWordColumn(column) || column.numbers.length === 0 || Number.isNaN(column.numbers[0]))
      throw new Error(`${id} is not there`);
  }
}

/** The mirror's reader, writing down what it read. */
function watching(read: PackedColumn[]): MirrorReader {
  return {
    ...mirror,
    readTable: async (...asked) => {
      const table = await mirror.readTable(...asked);
      for (const chunks of table?.columns.values() ?? []) read.push(...chunks);
      return table;
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
