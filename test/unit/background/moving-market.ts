import type { MirrorEvent } from '#lib/mirror/mirror-event.ts';
import { readEvents } from '#lib/mirror/events.ts';
import { createInProcessFetch } from '#test/sandbox/in-process-fetch.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import { createOwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createMemoryStore } from './memory-store.ts';
import { createMirrorRig, type MirrorRig } from './mirror-rig.ts';
import { watchClock } from './run-out.ts';
import { findTrueEvents, type EventLine, type Readings } from './true-events.ts';

const hour = 3_600_000;

/** What a mirror of a moving market knew in the end, against what truly happened. */
export interface Reckoning {
  pulls: number;
  /** Events that had to be found. */
  happened: number;
  missing: EventLine[];
  /** Found, but did not happen. */
  invented: EventLine[];
  /** Told more than once. */
  repeated: EventLine[];
  /** Changes that do not begin where the one before them ended, or whose last is not what the table holds. */
  broken: string[];
  /** All changes of a field that were told. */
  changes: number;
  /** Calls that Bondora refused. */
  refused: number;
  problem: string | null;
}

/** Mirrors a market that moves for so many days, looked at every so many hours, and compares. */
export async function reckon(setting: {
  days: number;
  everyHours: number;
  listings: number;
  seed: number;
}): Promise<Reckoning> {
  const { days, everyHours, listings, seed } = setting;
  const clock = createOwnedClock();
  const watched = watchClock(clock);
  const sandbox = await startSandbox({ seed, listings, holdings: 8, moving: true, now: () => clock.now() });
  try {
    const ask = createInProcessFetch(sandbox);
    const readings = { listings: [] as number[], auctions: [] as number[] };
    const rig = createMirrorRig({
      name: `a market of ${days} days`,
      clock: watched,
      token: sandbox.pastedToken,
      kept: createMemoryStore(),
      fetch: async (url, init) => {
        const { pathname, searchParams } = new URL(url);
        const isMarket = pathname === '/api/v1/secondarymarket' && !searchParams.has('ShowMyItems');
        if (isMarket) readings.listings.push(clock.now());
        if (pathname === '/api/v1/auctions') readings.auctions.push(clock.now());
        return ask(url, init);
      },
    });
    for (let passed = 0; passed < days * 24; passed += everyHours) {
      await rig.lookout.noteLook([]);
      await watched.runOut(rig.mirror.run());
      await clock.advance(everyHours * hour);
    }
    // The last look: ends are looked up as far as they can be known.
    await rig.lookout.noteLook([]);
    await watched.runOut(rig.mirror.run());

    // A day and a half for the loan book, and six hours until it is asked again.
    const settledBefore = clock.now() - (36 + 6 + 2 * everyHours) * hour;
    const { certain, pending } = findTrueEvents(sandbox.world, readings, settledBefore);
    const events = await readEvents(rig.cache, null, Number.POSITIVE_INFINITY);
    const lines = events.map((event) => toLine(event, readings)).filter((line) => line !== undefined);
    const found = new Set(lines);
    const { problem } = await rig.mirror.status();
    return {
      pulls: readings.listings.length,
      happened: certain.size,
      missing: [...certain].filter((line) => !found.has(line)),
      invented: [...found].filter((line) => !certain.has(line) && !pending.has(line)),
      repeated: lines.filter((line, n) => lines.indexOf(line) !== n),
      broken: await findBroken(events, rig),
      changes: events.filter(({ kind }) => kind === 'changed').length,
      refused: sandbox.requests.seen.filter(({ status }) => status === 429).length,
      problem,
    };
  } finally {
    await sandbox.close();
  }
}

function toLine(
  { kind, table, rowId, field, from, to, at }: MirrorEvent,
  readings: Readings,
): EventLine | undefined {
  if (table !== 'listings' && table !== 'auctions') return undefined;
  if (kind !== 'changed') return `${kind} ${rowId}`;
  if (field !== 'discount') return undefined;
  const percent = (value: unknown): number => Math.round(Number(value) * 100);
  return `repriced ${rowId} ${percent(from)} ${percent(to)} in ${readings.listings.indexOf(at)}`;
}

/** Each change of a field begins with what the one before it left, and the last leaves what the table holds. */
async function findBroken(events: readonly MirrorEvent[], { cache, store }: MirrorRig): Promise<string[]> {
  const last = new Map<string, MirrorEvent>();
  const broken: string[] = [];
  let id = -1;
  for (const event of events) {
    if (event.id <= id) broken.push(`event ${event.id} after ${id}`);
    id = event.id;
    if (event.kind !== 'changed') continue;
    const key = `${event.table} ${event.rowId} ${event.field}`;
    const before = last.get(key);
    if (before !== undefined && before.to !== event.from) broken.push(`${key} from ${String(event.from)}`);
    last.set(key, event);
  }
  for (const table of ['listings', 'auctions'] as const) {
    const head = (await store.tables.readHeads()).get(table);
    const key = table === 'listings' ? 'listingId' : 'auctionId';
    const loaded = await cache.load(table, Object.keys(head?.columns ?? {}));
    const free = new Set(head?.free);
    for (let slot = 0; slot < (head?.slots ?? 0); slot += 1) {
      if (free.has(slot) || loaded === undefined) continue;
      const rowId = String(loaded.reader(key)(slot));
      for (const field of Object.keys(head?.columns ?? {})) {
        const told = last.get(`${table} ${rowId} ${field}`);
        const holds = loaded.reader(field)(slot);
        if (told !== undefined && told.to !== holds)
          broken.push(`${table} ${rowId} ${field} holds ${String(holds)}`);
      }
    }
  }
  return broken;
}
