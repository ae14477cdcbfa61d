import type { FieldValue } from '#lib/loan/field.ts';
import { createMirrorCache, isLive } from '#lib/mirror/mirror-cache.ts';
import { chunkRows, tableNames, type TableName } from '#lib/mirror/table.ts';
import type { MirrorStore } from '#lib/store/mirror-store.ts';

/** Everything that a mirror holds, as lines that can be compared. */
export type Snapshot = Record<string, string[]>;

/** Columns that tell when the mirror itself did something: of those only the round counts. */
const ownTimes: ReadonlySet<string> = new Set(['at', 'firstSeenAt', 'lastSeenAt']);
/** Tables whose rows are in the order in which they were written; of events, that of one table counts. */
const ids: Partial<Record<TableName, string>> = {
  listings: 'listingId',
  'own-listings': 'listingId',
  auctions: 'auctionId',
  investments: 'loanPartId',
  bids: 'bidId',
};

/** @param roundOf in which round a moment was; epoch ms */
export async function takeSnapshot(store: MirrorStore, roundOf: (at: number) => number): Promise<Snapshot> {
  const cache = createMirrorCache(store.tables);
  const snapshot: Snapshot = {};
  for (const name of tableNames) {
    const head = (await store.tables.readHeads()).get(name);
    const columns = Object.keys(head?.columns ?? {}).toSorted();
    const table = await cache.load(name, columns);
    if (head === undefined || table === undefined) continue;
    const readers = columns.map((column) => [column, table.reader(column)] as const);
    const told = (column: string, value: FieldValue): FieldValue =>
      ownTimes.has(column) && typeof value === 'number' ? roundOf(value) : value;
    const lines: string[] = [];
    for (let slot = head.firstChunk * chunkRows; slot < head.slots; slot += 1) {
      if (!isLive(head, slot)) continue;
      const values = Object.fromEntries(readers.map(([column, read]) => [column, told(column, read(slot))]));
      lines.push(JSON.stringify(values));
    }
    // Where a row stands, and in which order rows of a round came to the history, is nobody's business.
    snapshot[name] = lines.toSorted();
    snapshot[`ids of ${name}`] = ids[name] === undefined ? [] : findRepeated(lines, ids[name]);
    snapshot[`columns of ${name}`] = columns;
    snapshot[`source of ${name}`] = [`${head.source} ${head.owner}`];
  }
  for (const name of ['listings', 'auctions'] as const) {
    const rows = await store.tables.readVanished(name);
    snapshot[`vanished of ${name}`] = rows.map(({ id }) => id).toSorted();
  }
  const ages = await store.details.readAges();
  const details = await store.details.read([...ages.keys()]);
  snapshot['details'] = [...details.values()]
    .map(({ loanPartId, loanPart }) => `${loanPartId} ${JSON.stringify(loanPart)}`)
    .toSorted();
  return snapshot;
}

function findRepeated(lines: readonly string[], key: string): string[] {
  const found = lines.map((line) => String((JSON.parse(line) as Record<string, unknown>)[key]));
  return found.filter((id, n) => found.indexOf(id) !== n);
}

/** What differs between two snapshots, in short; nothing when they are the same. */
export function compareSnapshots(one: Snapshot, other: Snapshot): string[] {
  const differences: string[] = [];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [one[name] ?? [], other[name] ?? []];
    const only = left.filter((line) => !right.includes(line));
    const instead = right.filter((line) => !left.includes(line));
    if (left.length === right.length && only.length === 0 && instead.length === 0) continue;
    const example = compareLines(only[0] ?? 'null', instead[0] ?? 'null');
    differences.push(
      `${name}: ${left.length} and ${right.length}, ${only.length} only here and ${instead.length} only there, such as ${example}`,
    );
  }
  return differences;
}

/** The values in which two rows differ. */
function compareLines(left: string, right: string): string {
  if (!left.startsWith('{') || !right.startsWith('{')) return `${left} and ${right}`;
  const [one, other] = [left, right].map((line) => JSON.parse(line) as Record<string, unknown>);
  return Object.keys({ ...one, ...other })
    .filter((key) => one?.[key] !== other?.[key])
    .map((key) => `${key} ${String(one?.[key])} and ${String(other?.[key])}`)
    .join(', ');
}
