import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { MarketIndex } from './market-chunk.ts';

/** The ids by which rows of a page are looked up. */
export const indexedIds = [
  'listingId',
  'loanPartId',
  'auctionId',
  'auctionNumber',
] as const satisfies FieldId[];
export type IndexedId = (typeof indexedIds)[number];

/** Collects the ids of records as they arrive; `finish` gives the sorted indexes. */
export interface IndexBuilder {
  add(records: readonly LoanRecord[]): void;
  finish(): Record<IndexedId, MarketIndex>;
}

export function createIndexBuilder(): IndexBuilder {
  const keys: Record<IndexedId, number[]> = {
    listingId: [],
    loanPartId: [],
    auctionId: [],
    auctionNumber: [],
  };
  return {
    add(records) {
      for (const record of records) {
        for (const id of indexedIds)
          keys[id].push(toIndexKey(record[id] as string | number | null | undefined) ?? 0);
      }
    },
    finish: () => ({
      listingId: sortIndex(keys.listingId),
      loanPartId: sortIndex(keys.loanPartId),
      auctionId: sortIndex(keys.auctionId),
      auctionNumber: sortIndex(keys.auctionNumber),
    }),
  };
}

/** All rows that may carry the id: the caller compares the id itself. */
export function findRows(index: MarketIndex, id: string | number): number[] {
  const key = toIndexKey(id);
  const { keys, rows } = index;
  if (key === undefined) return [];
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; keys[i] === key; i += 1) found.push(rows[i] ?? 0);
  return found;
}

function toIndexKey(id: string | number | null | undefined): number | undefined {
  if (id === null || id === undefined) return undefined;
  return (typeof id === 'number' ? id : Number.parseInt(id.slice(0, 8), 16)) >>> 0;
}

function sortIndex(keys: readonly number[]): MarketIndex {
  // Key and row in one number, so that a plain typed-array sort orders both: 2^32 keys times 2^21 rows fit.
  const rowsLimit = 2 ** 21;
  const joined = Float64Array.from(keys, (key, row) => key * rowsLimit + row).toSorted();
  return {
    keys: Uint32Array.from(joined, (value) => Math.floor(value / rowsLimit)),
    rows: Uint32Array.from(joined, (value) => value % rowsLimit),
  };
}
