import type { FieldValue } from '#lib/loan/field.ts';
import { fieldIds, type FieldId } from '#lib/loan/fields.ts';
import { findInvestmentNumber, type RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { isGuidColumn, listParts, readGuidHead } from './guid-columns.ts';
import { writeInvestmentNumber } from './investment-number.ts';
import { isLive, type MirrorCache } from './mirror-cache.ts';
import { scanIds } from './scan-ids.ts';
import { chunkRows, type TableName } from './table.ts';

/**
 * The mirror's record of each row of a page, in their order; `null` where the mirror knows none, or where the row's ids
 * fit several rows of the table or contradict the record. The columns of the ids are scanned, and only the columns asked for are read besides.
 * @param fields what the records shall hold beside their ids; left out, everything that the mirror has
 * @param from the table, and whose it must be where it is an account's
 */
export async function findRecords(
  rows: readonly RowIds[],
  cache: MirrorCache,
  fields: readonly FieldId[] = fieldIds,
  from: { table: TableName; owner: string | null } = { table: 'listings', owner: null },
): Promise<(LoanRecord | null)[]> {
  const wanted = rows.map(listLookups);
  const kinds = [...new Set(wanted.flat().map(({ by }) => by))];
  const needed = [...new Set<string>([...idFields, ...fields])];
  // A screenful needs chunks from all over: then everything is read as one. For a few rows it is first found out where they stand.
  const isScreenful = rows.length > fewRows;
  const scannedParts = kinds.map(scannedPart);
  const scanned = await cache.load(from.table, isScreenful ? [...scannedParts, ...needed] : scannedParts);
  if (scanned === undefined || scanned.head.owner !== from.owner) return rows.map(() => null);

  const { head } = scanned;
  const found = new Map(
    kinds.map((kind) => {
      const numbers = wanted.flat().flatMap(({ by, key }) => (by === kind ? [key] : []));
      return [
        kind,
        scanIds(scanned.chunks(scannedPart(kind)), numbers, head.firstChunk * chunkRows),
      ] as const;
    }),
  );
  const slotsOf = ({ by, key }: Lookup): readonly number[] =>
    (found.get(by)?.get(key) ?? []).filter((slot) => isLive(head, slot));

  const names = needed.filter((name) => name in head.columns);
  const chunks = [
    ...new Set(
      wanted
        .flat()
        .flatMap(slotsOf)
        .map((slot) => Math.floor(slot / chunkRows)),
    ),
  ];
  if (chunks.length === 0) return rows.map(() => null);
  const table = isScreenful
    ? scanned
    : await cache.load(from.table, names, chunks.length <= fewChunks ? chunks : undefined);
  // The market was pulled anew in between: its slots are others.
  if (table?.head.revision !== head.revision) return findRecords(rows, cache, fields, from);

  const readers = names.map((name) => [name, table.reader(name)] as const);
  const read = (slot: number): LoanRecord => {
    const record: Record<string, FieldValue> = {};
    for (const [name, readValue] of readers) record[name] = readValue(slot);
    if ('investmentNumber' in record) {
      record['investmentNumber'] = writeInvestmentNumber(
        record['investmentNumber'] ?? null,
        record['auctionNumber'] ?? null,
        record['auctionBidNumber'] ?? null,
      );
    }
    return record;
  };

  return rows.map((ids, i) => {
    for (const lookup of wanted[i] ?? []) {
      const matching = slotsOf(lookup)
        .map(read)
        .filter((record) => record[lookup.by] === lookup.id && agrees(ids, record));
      if (matching.length > 1) return null;
      if (matching[0] !== undefined) return matching[0];
    }
    return null;
  });
}

const fewRows = 8;

// So many chunks are read for themselves; for more the whole columns are read, and kept.
const fewChunks = 2;

const idFields = ['listingId', 'loanPartId', 'auctionId', 'auctionNumber', 'auctionBidNumber'] as const;

interface Lookup {
  by: 'listingId' | 'loanPartId' | 'auctionId' | 'auctionNumber';
  id: string | number;
  /** What is scanned for. */
  key: number;
}

const scannedPart = (by: Lookup['by']): string => (isGuidColumn(by) ? (listParts(by)[0] ?? by) : by);

// From the most particular id to the least; the first that leads to a row decides.
function listLookups(ids: RowIds): Lookup[] {
  const lookups: Lookup[] = [];
  const add = (by: Lookup['by'], id: string | number | undefined): void => {
    const key = typeof id === 'string' ? readGuidHead(id) : id;
    if (id !== undefined && key !== undefined) lookups.push({ by, id, key });
  };
  add('listingId', ids.listingId);
  add('loanPartId', ids.loanPartId);
  for (const guid of ids.guids ?? []) {
    for (const by of ['listingId', 'loanPartId', 'auctionId'] as const) add(by, guid);
  }
  add('auctionId', ids.auctionId);
  add('auctionNumber', ids.auctionNumber);
  return lookups;
}

// A record that contradicts what the page shows of its ids is another row's.
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
