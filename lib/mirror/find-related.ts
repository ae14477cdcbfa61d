import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { isLive, type MirrorCache } from './mirror-cache.ts';
import { scanIds } from './scan-ids.ts';
import { chunkRows, type TableName } from './table.ts';

/** A part of a loan that the account holds. */
export interface Holding {
  loanPartId: string | null;
  auctionNumber: number;
  /** Original principal, and what of it is still open; euros. */
  amount: number | null;
  principalRemaining: number | null;
}

/**
 * The parts of some loans that the account holds, by loan number; a loan of which none is held is left out.
 * @param owner the account; undefined is returned where its investments are not in the mirror, so that nothing is known
 */
export async function findHoldings(
  auctionNumbers: readonly number[],
  owner: string,
  cache: MirrorCache,
): Promise<ReadonlyMap<number, readonly Holding[]> | undefined> {
  const fields = ['loanPartId', 'amount', 'principalRemaining', 'soldDate'] as const;
  const found = await findByLoan('investments', auctionNumbers, fields, cache, owner);
  if (found === undefined) return undefined;
  const holdings = new Map<number, readonly Holding[]>();
  for (const [auctionNumber, records] of found) {
    const held = records
      .filter(({ soldDate }) => (soldDate ?? null) === null)
      .map(({ loanPartId, amount, principalRemaining }) => ({
        loanPartId: typeof loanPartId === 'string' ? loanPartId : null,
        auctionNumber,
        amount: typeof amount === 'number' ? amount : null,
        principalRemaining: typeof principalRemaining === 'number' ? principalRemaining : null,
      }));
    if (held.length > 0) holdings.set(auctionNumber, held);
  }
  return holdings;
}

/**
 * The parts of some loans that are on sale, by loan number.
 * @param fields what their records shall hold
 */
export async function findPartsOnSale(
  auctionNumbers: readonly number[],
  fields: readonly FieldId[],
  cache: MirrorCache,
): Promise<ReadonlyMap<number, readonly LoanRecord[]>> {
  return (await findByLoan('listings', auctionNumbers, fields, cache, null)) ?? new Map();
}

async function findByLoan(
  table: TableName,
  auctionNumbers: readonly number[],
  fields: readonly FieldId[],
  cache: MirrorCache,
  owner: string | null,
): Promise<Map<number, LoanRecord[]> | undefined> {
  const loaded = await cache.load(table, ['auctionNumber', ...fields]);
  if (loaded === undefined || loaded.head.owner !== owner) return undefined;
  const { head } = loaded;
  const readers = fields.filter((id) => id in head.columns).map((id) => [id, loaded.reader(id)] as const);
  const places = scanIds(loaded.chunks('auctionNumber'), auctionNumbers, head.firstChunk * chunkRows);
  const found = new Map<number, LoanRecord[]>();
  for (const [auctionNumber, slots] of places) {
    const records = slots
      .filter((slot) => isLive(head, slot))
      .map((slot) => Object.fromEntries(readers.map(([id, read]) => [id, read(slot)])) as LoanRecord);
    if (records.length > 0) found.set(auctionNumber, records);
  }
  return found;
}
