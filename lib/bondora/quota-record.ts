import * as v from 'valibot';
import { addCall, type PossibleWindow } from './quota-windows.ts';
import type { Quota } from './quota-table.ts';

/** What is stored of one endpoint. */
export interface QuotaRecord {
  /** The possible windows after all calls whose time of arrival is settled. */
  windows: PossibleWindow[];
  /** Calls in the order they left, from the first that is not settled on. `isSure`: an answer came. */
  calls: { id: string; leftAt: number; arrivedBy: number | null; isSure: boolean }[];
  /** The server refused calls until then. */
  refused: { at: number; until: number } | null;
  /** What a refusal taught about the quota. */
  learned: { calls: number; windowMs: number; at: number } | null;
}

/** What this background knows of calls without a time of arrival. */
export interface Witness {
  /** When it started: calls of former backgrounds had left by then. */
  startedAt: number;
  /** Ids of its own calls that are under way. */
  live: ReadonlySet<string>;
}

// A request that has not reached the server a minute after it left never will;
const lostAfterMs = 60_000;
// nor will one whose background has been dead that long.
const straggleMs = 5000;
// One wrong lesson must not last for ever.
const lessonLastsMs = 7 * 86_400_000;

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const recordSchema = v.object({
  windows: v.array(
    v.object({ openedFrom: time, openedUntil: time, calls: v.pipe(v.number(), v.minValue(0)) }),
  ),
  calls: v.array(
    v.object({ id: v.string(), leftAt: time, arrivedBy: v.nullable(time), isSure: v.boolean() }),
  ),
  refused: v.nullable(v.object({ at: time, until: time })),
  learned: v.nullable(v.object({ calls: count, windowMs: count, at: time })),
});

/** A record of an endpoint that was never called. */
export const noCalls: QuotaRecord = { windows: [], calls: [], refused: null, learned: null };

/**
 * The stored record as of `now`. Times that lie ahead, after the machine's clock was set back, are taken as now,
 * so that no wrong clock blocks an endpoint for years. A record that is missing or damaged reads as no calls.
 */
export function readRecord(stored: unknown, now: number): QuotaRecord {
  const parsed = v.safeParse(recordSchema, stored);
  if (!parsed.success) return noCalls;
  const { windows, calls, refused, learned } = parsed.output;
  // The moment a lost call arrived by may lie a little ahead.
  const soon = now + lostAfterMs;
  return {
    windows: windows.map((possible) => ({
      openedFrom: Math.min(possible.openedFrom, now),
      openedUntil: Math.min(possible.openedUntil, soon),
      calls: possible.calls,
    })),
    calls: calls.map(({ id, leftAt, arrivedBy, isSure }) => ({
      id,
      leftAt: Math.min(leftAt, now),
      arrivedBy: arrivedBy === null ? null : Math.min(arrivedBy, soon),
      isSure,
    })),
    refused:
      refused !== null && refused.at > now ? { at: now, until: now + refused.until - refused.at } : refused,
    learned: learned !== null && now - learned.at < lessonLastsMs ? learned : null,
  };
}

/** The quota as the server last told it, else as the table has it. */
export function usableQuota(record: QuotaRecord, quota: Quota): Quota {
  return record.learned === null
    ? quota
    : { ...quota, calls: record.learned.calls, windowMs: record.learned.windowMs };
}

/** The possible windows, all calls counted. */
export function possibleWindows(record: QuotaRecord, windowMs: number, witness: Witness): PossibleWindow[] {
  return record.calls.reduce<PossibleWindow[]>(
    (windows, call) => addCall(windows, { ...call, arrivedBy: findArrival(call, witness) }, windowMs),
    record.windows,
  );
}

/** The record with all calls at its head that are settled counted into its windows. */
export function foldSettled(record: QuotaRecord, windowMs: number, witness: Witness): QuotaRecord {
  const firstOpen = record.calls.findIndex((call) => witness.live.has(call.id) && call.arrivedBy === null);
  const settled = firstOpen < 0 ? record.calls : record.calls.slice(0, firstOpen);
  return {
    ...record,
    windows: possibleWindows({ ...record, calls: settled }, windowMs, witness),
    calls: record.calls.slice(settled.length),
  };
}

function findArrival({ id, leftAt, arrivedBy }: QuotaRecord['calls'][number], witness: Witness): number {
  if (arrivedBy !== null) return arrivedBy;
  if (witness.live.has(id)) return Number.POSITIVE_INFINITY;
  const isOld = leftAt < witness.startedAt;
  return Math.min(leftAt + lostAfterMs, isOld ? witness.startedAt + straggleMs : Number.POSITIVE_INFINITY);
}
