import { findInvestmentNumber, type RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { chunkRows, type MarketChunk, type MarketIndex } from './market-chunk.ts';
import { findRows, type IndexedId } from './market-index.ts';
import { unpackRecord } from './pack-columns.ts';

/** Where a pull is read from. */
export interface MarketReader {
  readIndexes(ids: readonly IndexedId[]): Promise<Map<IndexedId, MarketIndex>>;
  readChunks(chunks: Iterable<number>): Promise<Map<number, MarketChunk>>;
}

/**
 * The mirror's record of each row of a page, in their order; `null` where the mirror knows none, or where the
 * row's ids fit several listings or contradict the record. A screenful costs one read of the indexes needed
 * and one of the chunks needed.
 */
export async function findRecords(
  rows: readonly RowIds[],
  reader: MarketReader,
): Promise<(LoanRecord | null)[]> {
  const wanted = rows.map(listLookups);
  const indexes = await reader.readIndexes([...new Set(wanted.flat().map((lookup) => lookup.by))]);
  const places = wanted.map((lookups) =>
    lookups.map(({ by, id }) => {
      const index = indexes.get(by);
      return index ? findRows(index, id) : [];
    }),
  );
  const chunks = await reader.readChunks(places.flat(2).map((row) => Math.floor(row / chunkRows)));
  const read = (row: number): LoanRecord | undefined => {
    const chunk = chunks.get(Math.floor(row / chunkRows));
    return chunk && unpackRecord(chunk, row % chunkRows);
  };

  return rows.map((ids, i) => {
    for (const [n, { by, id }] of (wanted[i] ?? []).entries()) {
      const found = (places[i]?.[n] ?? [])
        .map(read)
        .filter((record) => record !== undefined && record[by] === id && agrees(ids, record));
      if (found.length > 1) return null;
      if (found[0] !== undefined) return found[0];
    }
    return null;
  });
}

interface Lookup {
  by: IndexedId;
  id: string | number;
}

// From the most particular id to the least; the first that leads to a listing decides.
function listLookups(ids: RowIds): Lookup[] {
  const lookups: Lookup[] = [];
  if (ids.listingId !== undefined) lookups.push({ by: 'listingId', id: ids.listingId });
  if (ids.loanPartId !== undefined) lookups.push({ by: 'loanPartId', id: ids.loanPartId });
  for (const guid of ids.guids ?? []) {
    lookups.push(
      { by: 'listingId', id: guid },
      { by: 'loanPartId', id: guid },
      { by: 'auctionId', id: guid },
    );
  }
  if (ids.auctionId !== undefined) lookups.push({ by: 'auctionId', id: ids.auctionId });
  if (ids.auctionNumber !== undefined) lookups.push({ by: 'auctionNumber', id: ids.auctionNumber });
  return lookups;
}

// A record that contradicts what the page shows of its ids is another listing's.
function agrees(ids: RowIds, record: LoanRecord): boolean {
  const same = (page: unknown, mirror: unknown): boolean =>
    page === undefined || mirror === null || mirror === undefined || page === mirror;
  const investment = findInvestmentNumber(ids);
  return (
    same(ids.auctionNumber, record.auctionNumber) &&
    same(ids.auctionId, record.auctionId) &&
    same(ids.listingId, record.listingId) &&
    same(ids.loanPartId, record.loanPartId) &&
    (investment === undefined || same(ids.auctionBidNumber, record.auctionBidNumber))
  );
}
