import { AppError } from '#lib/base/app-error.ts';
import type { AuctionDetails } from '#lib/bondora/auction-details.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { appendRows, type RowValues } from '#lib/mirror/append-rows.ts';
import type { MirrorReader, MirrorWriter, VanishedRow } from '#lib/mirror/mirror-disk.ts';
import { toEventRow, type NewEvent } from '#lib/mirror/mirror-event.ts';
import { findAuctionEnd, findListingEnd, isFull, type End } from './mirror-ends.ts';

/** What looking up needs of the world around it. */
export interface ResolvePorts {
  client: Pick<BondoraClient, 'listSecondaryMarketItems' | 'getAuction' | 'listPublicDataset'>;
  disk: MirrorReader & MirrorWriter;
  now: () => number;
}

/** A row that was looked up: how it ended, and when where Bondora tells. */
interface Found {
  row: VanishedRow;
  end: End;
  /** Epoch ms. */
  endedAt: number | null;
}

const calm = { priority: 'sync' } as const;

/** Looks up listings that are gone, up to a thousand in one call, and writes what became of them. */
export async function resolveListings(
  listingIds: readonly string[],
  { client, disk, now }: ResolvePorts,
  signal: AbortSignal,
): Promise<void> {
  const { value } = await client.listSecondaryMarketItems(
    { ids: listingIds },
    { ...calm, when: 'now', signal },
  );
  const summaries = new Map(listingIds.map((id, n) => [id, value[n] ?? null]));
  const rows = (await disk.readVanished('listings')).filter(({ id }) => summaries.has(id));
  const found = rows.map((row): Found => {
    const summary = summaries.get(row.id) ?? null;
    return { row, end: findListingEnd(summary), endedAt: summary?.actualCloseDate ?? null };
  });
  await settle('listings', found, disk, now());
}

/** Looks up auctions that are gone, one after another, and in one call more which of the full ones became loans. */
export async function resolveAuctions(
  auctionIds: readonly string[],
  { client, disk, now }: ResolvePorts,
  signal: AbortSignal,
): Promise<void> {
  const auctions = new Map<string, AuctionDetails | null>();
  for (const id of auctionIds) auctions.set(id, await findAuction(id, client, signal));
  const full = [...auctions.values()].flatMap((auction) =>
    auction !== null && auction.loanId !== null && isFull(auction) === true ? [auction.loanId] : [],
  );
  const inBook = await findInBook(full, client, signal);
  const rows = (await disk.readVanished('auctions')).filter(({ id }) => auctions.has(id));
  const found = rows.map((row): Found => {
    const auction = auctions.get(row.id) ?? null;
    const isInBook = inBook.has(auction?.loanId ?? '');
    const end = findAuctionEnd(auction, isInBook, { goneAt: row.goneAt, now: now() });
    return { row, end, endedAt: auction?.actualCloseDate ?? null };
  });
  await settle('auctions', found, disk, now());
}

/** What Bondora tells of an auction; null where it knows none. */
async function findAuction(
  id: string,
  client: ResolvePorts['client'],
  signal: AbortSignal,
): Promise<AuctionDetails | null> {
  try {
    return (await client.getAuction({ id }, { ...calm, when: 'wait', signal })).value;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

/** Which of these loans stand in the public loan book. */
async function findInBook(
  loanIds: readonly string[],
  client: ResolvePorts['client'],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  if (loanIds.length === 0) return new Set();
  const { items } = await client.listPublicDataset(
    { loanIds, pageSize: loanIds.length, pageNr: 1 },
    { ...calm, when: 'wait', signal },
  );
  return new Set(items.flatMap(({ loanId }) => (loanId === null ? [] : [loanId])));
}

/** Everything that is found out in one transaction: history, events, and who is not looked for any more. */
async function settle(
  table: 'listings' | 'auctions',
  found: readonly Found[],
  disk: MirrorReader & MirrorWriter,
  at: number,
): Promise<void> {
  const ended: RowValues[] = [];
  const events: NewEvent[] = [];
  const remove: { table: typeof table; id: string }[] = [];
  const put: VanishedRow[] = [];
  for (const { row, end, endedAt } of found) {
    if (end === 'open' || end === 'unsure') {
      put.push({ ...row, askedAt: at });
      continue;
    }
    remove.push({ table, id: row.id });
    ended.push({ ...row.values, lastSeenAt: row.lastSeenAt, endedAt, endedAs: end });
    events.push({
      at,
      kind: end,
      table,
      rowId: row.id,
      auctionNumber: toNumber(row.values['auctionNumber']),
      field: null,
      from: null,
      to: null,
    });
  }
  const history = await appendRows(disk, `ended-${table}`, ended, at);
  const told = await appendRows(disk, 'events', events.map(toEventRow), at);
  await disk.commit({
    tables: [history, told].filter((change) => change !== undefined),
    vanished: { put, remove },
  });
}

const toNumber = (value: FieldValue | undefined): number | null => (typeof value === 'number' ? value : null);
