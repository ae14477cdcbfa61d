import { fieldIds, type FieldId } from '#lib/loan/fields.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { MarketNews, NewsItem, NewsKind } from '#lib/messages/market-news.ts';
import { readGuidHead } from '#lib/mirror/guid-columns.ts';
import { isLive, type LoadedTable, type MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { scanIds } from '#lib/mirror/scan-ids.ts';
import { chunkRows, type TableName } from '#lib/mirror/table.ts';
import type { Records } from '#lib/store/records.ts';

/** What is on disk of what the person has seen. */
interface Seen {
  /** Epoch ms of the first pull of the market; null before. */
  firstAt: number | null;
  /** Whether it was pulled again, so that there is something to compare. */
  compared: boolean;
  /** The newest event that was marked as seen, and when; null never. */
  upTo: number | null;
  at: number | null;
}

const key = 'news';
const none: Seen = { firstAt: null, compared: false, upTo: null, at: null };
const mostShown = 20;

/** What happened since the person last looked. */
export interface News {
  read(): Promise<MarketNews>;
  markSeen(upTo: number, now: number): Promise<void>;
  /** The market was pulled. @param isFirst nothing was there to compare it with */
  notePull(at: number, isFirst: boolean): Promise<void>;
  /** The mirror was emptied: nothing is news any more. */
  forget(): Promise<void>;
}

/** @param states where it is kept what was seen */
export function createNews(states: Records, cache: MirrorCache): News {
  const update = (change: (seen: Seen) => Seen): Promise<Seen> =>
    states.update<Seen>(key, (seen) => change({ ...none, ...seen }));
  return {
    async read() {
      const seen = { ...none, ...(await states.get<Seen>(key)) };
      const since = seen.compared ? (seen.at ?? seen.firstAt) : null;
      const events = await cache.load('events', eventColumns);
      const nothing: MarketNews = { since, upTo: null, counts: {}, newest: [] };
      return since === null || events === undefined
        ? nothing
        : { ...nothing, ...(await collect(events, seen.upTo, cache)) };
    },
    async markSeen(upTo, now) {
      await update((seen) => ({ ...seen, upTo: Math.max(upTo, seen.upTo ?? 0), at: now }));
    },
    async notePull(at, isFirst) {
      await update((seen) =>
        isFirst ? { ...seen, firstAt: seen.firstAt ?? at } : { ...seen, compared: true },
      );
    },
    forget: () => states.put(key, undefined),
  };
}

const eventColumns = ['at', 'kind', 'table', 'rowId', 'auctionNumber', 'field', 'from', 'to'];

/** An event as it stands in its table; its id is its place there. */
interface Told {
  id: number;
  kind: NewsKind;
}

async function collect(
  events: LoadedTable,
  seenUpTo: number | null,
  cache: MirrorCache,
): Promise<Pick<MarketNews, 'upTo' | 'counts' | 'newest'>> {
  const { slots, firstChunk } = events.head;
  const [kindOf, tableOf, fieldOf, fromOf, toOf] = ['kind', 'table', 'field', 'from', 'to'].map((column) =>
    events.reader(column),
  ) as [Reader, Reader, Reader, Reader, Reader];
  const counts: Partial<Record<NewsKind, number>> = {};
  const newestOf = new Map<NewsKind, Told[]>();
  const first = Math.max(firstChunk * chunkRows, (seenUpTo ?? -1) + 1);
  for (let id = slots - 1; id >= first; id -= 1) {
    const kind = nameKind(kindOf(id), tableOf(id), fieldOf(id), [fromOf(id), toOf(id)]);
    counts[kind] = (counts[kind] ?? 0) + 1;
    const list = newestOf.get(kind) ?? [];
    if (list.length === 0) newestOf.set(kind, list);
    if (list.length < mostShown) list.push({ id, kind });
  }
  return {
    upTo: slots > first ? slots - 1 : null,
    counts,
    newest: await describeAll(pickShown(newestOf), events, cache),
  };
}

// What a person may act upon before what is over: of a large pull the last thing found out is always what was sold.
const order: readonly NewsKind[] = [
  'listed',
  'cheaper',
  'opened',
  'bought',
  'dearer',
  'sold',
  'cancelled',
  'ended',
  'funded',
  'auction-cancelled',
  'auction-ended',
  'left',
];

/** The newest of each kind in turn, as many as are shown; plain changes only where there are too few others. */
function pickShown(newestOf: ReadonlyMap<NewsKind, readonly Told[]>): Told[] {
  const lists = order.map((kind) => newestOf.get(kind) ?? []);
  const inTurn = Array.from({ length: mostShown }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
  return [...inTurn, ...(newestOf.get('changed') ?? [])].slice(0, mostShown);
}

type Reader = (slot: number) => FieldValue;

function nameKind(
  kind: FieldValue,
  table: FieldValue,
  field: FieldValue,
  [from, to]: [FieldValue, FieldValue],
): NewsKind {
  switch (kind) {
    case 'changed':
      if (table !== 'listings' || field !== 'discount') return 'changed';
      // From or to an unknown discount is neither.
      if (typeof from !== 'number' || typeof to !== 'number') return 'changed';
      return to < from ? 'cheaper' : 'dearer';
    case 'cancelled':
      return table === 'auctions' ? 'auction-cancelled' : 'cancelled';
    case 'ended':
      return table === 'auctions' ? 'auction-ended' : 'ended';
    default:
      return kind as NewsKind;
  }
}

/** Where the row of an event may stand now, and the column of its id. */
const places: Readonly<Record<string, { key: string; tables: readonly TableName[] }>> = {
  listings: { key: 'listingId', tables: ['listings', 'ended-listings'] },
  auctions: { key: 'auctionId', tables: ['auctions', 'ended-auctions'] },
  investments: { key: 'loanPartId', tables: ['investments'] },
};

type Facts = Record<'auctionId' | 'rating' | 'price', FieldValue>;

async function describeAll(
  told: readonly Told[],
  events: LoadedTable,
  cache: MirrorCache,
): Promise<NewsItem[]> {
  const read = Object.fromEntries(eventColumns.map((column) => [column, events.reader(column)])) as Record<
    string,
    Reader
  >;
  const value = (column: string, id: number): FieldValue => read[column]?.(id) ?? null;
  const facts = new Map<string, Facts>();
  for (const table of Object.keys(places)) {
    const ids = told
      .filter(({ id }) => value('table', id) === table)
      .map(({ id }) => String(value('rowId', id)));
    for (const [id, found] of await findFacts(table, ids, cache)) facts.set(`${table} ${id}`, found);
  }
  return told.map(({ id, kind }) => {
    const table = String(value('table', id));
    const rowId = String(value('rowId', id));
    const known = facts.get(`${table} ${rowId}`);
    const number = value('auctionNumber', id);
    const field = value('field', id);
    return {
      id,
      at: Number(value('at', id)),
      kind,
      auctionNumber: typeof number === 'number' ? number : null,
      auctionId: table === 'auctions' ? rowId : asText(known?.auctionId),
      listingId: table === 'listings' ? rowId : null,
      rating: asText(known?.rating),
      field: isField(field) ? field : null,
      from: value('from', id),
      to: value('to', id),
      price: typeof known?.price === 'number' ? known.price : null,
    };
  });
}

/** What is known of some rows, wherever they stand now. */
async function findFacts(
  table: string,
  ids: readonly string[],
  cache: MirrorCache,
): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>();
  const place = places[table];
  if (place === undefined || ids.length === 0) return facts;
  for (const name of place.tables) {
    const loaded = await cache.load(name, [place.key, 'auctionId', 'rating', 'price']);
    if (loaded === undefined) continue;
    const { head } = loaded;
    const idOf = loaded.reader(place.key);
    const heads = ids.map(readGuidHead).filter((number) => number !== undefined);
    const slots = scanIds(loaded.chunks(`${place.key}#head`), heads, head.firstChunk * chunkRows);
    for (const slot of [...slots.values()].flat()) {
      const id = idOf(slot);
      if (!isLive(head, slot) || typeof id !== 'string' || facts.has(id)) continue;
      const read = (column: string): FieldValue => loaded.reader(column)(slot);
      facts.set(id, { auctionId: read('auctionId'), rating: read('rating'), price: read('price') });
    }
  }
  return facts;
}

const knownFields: ReadonlySet<FieldValue> = new Set(fieldIds);

function isField(field: FieldValue): field is FieldId {
  return knownFields.has(field);
}

function asText(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
