import { readGuidHead } from './guid-columns.ts';
import type { LoadedTable, MirrorCache } from './mirror-cache.ts';
import type { EventKind, MirrorEvent } from './mirror-event.ts';
import { scanIds } from './scan-ids.ts';
import { chunkRows, type TableName } from './table.ts';

const columns = ['at', 'kind', 'table', 'rowId', 'auctionNumber', 'field', 'from', 'to'];

/**
 * Events in the order in which they happened.
 * @param after the id of the last event that is known already; null for all
 */
export async function readEvents(
  cache: MirrorCache,
  after: number | null,
  limit: number,
): Promise<MirrorEvent[]> {
  const events = await cache.load('events', columns);
  if (events === undefined) return [];
  const first = findFirst(events, after);
  const count = Math.max(0, Math.min(limit, events.head.slots - first));
  const read = createEventReader(events);
  return Array.from({ length: count }, (_, n) => read(first + n));
}

/** How many events of each kind there are after the one with that id; only the kinds are read. */
export async function countEvents(
  cache: MirrorCache,
  after: number | null,
): Promise<ReadonlyMap<EventKind, number>> {
  const counts = new Map<EventKind, number>();
  const events = await cache.load('events', ['kind']);
  if (events === undefined) return counts;
  const readKind = events.reader('kind');
  for (let id = findFirst(events, after); id < events.head.slots; id += 1) {
    const kind = readKind(id) as EventKind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** A price that a listing had, from `at` (epoch ms) on. */
export interface PricePoint {
  at: number;
  price: number | null;
}

/** The prices of a listing since it was first seen, oldest first; empty where no change was seen. */
export async function readPriceHistory(
  cache: MirrorCache,
  listing: { listingId: string; firstSeenAt: number },
): Promise<PricePoint[]> {
  const events = await cache.load('events', columns);
  const head = readGuidHead(listing.listingId);
  if (events === undefined || head === undefined) return [];
  const places = scanIds(events.chunks('rowId#head'), [head], events.head.firstChunk * chunkRows);
  const changes = (places.get(head) ?? [])
    .map(createEventReader(events))
    .filter(({ rowId, field }) => rowId === listing.listingId && field === 'price');
  const [first] = changes;
  if (first === undefined) return [];
  return [
    { at: listing.firstSeenAt, price: toPrice(first.from) },
    ...changes.map(({ at, to }) => ({ at, price: toPrice(to) })),
  ];
}

function findFirst({ head }: LoadedTable, after: number | null): number {
  return Math.max(head.firstChunk * chunkRows, after === null ? 0 : after + 1);
}

function createEventReader(events: LoadedTable): (id: number) => MirrorEvent {
  const [at, kind, table, rowId, auctionNumber, field, from, to] = columns.map((name) => events.reader(name));
  return (id) => ({
    id,
    at: Number(at?.(id)),
    kind: kind?.(id) as EventKind,
    table: table?.(id) as TableName,
    rowId: String(rowId?.(id)),
    auctionNumber: (auctionNumber?.(id) ?? null) as number | null,
    field: (field?.(id) ?? null) as string | null,
    from: from?.(id) ?? null,
    to: to?.(id) ?? null,
  });
}

const toPrice = (value: unknown): number | null => (typeof value === 'number' ? value : null);
