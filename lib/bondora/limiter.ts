import type { Clock } from '#lib/base/clock.ts';
import { countLeft, findFreeTime, type Priority } from './quota-decision.ts';
import { abortedError } from './request-errors.ts';
import { noCalls, foldSettled, possibleWindows, readRecord, usableQuota } from './quota-record.ts';
import type { QuotaStore } from './quota-store.ts';
import { getQuota, type QuotaKey } from './quota-table.ts';
import { learnFromRefusal, type Refusal } from './refusal.ts';
import { createTurnQueue, type TurnRequest } from './turn-queue.ts';

/** A call that may leave now: it is spent, and on record as spent. */
export interface Turn {
  /** An answer's head came: the server had counted the call by then. */
  settle(): Promise<void>;
  /** No answer came, but the request left and may still arrive. */
  settleLost(): Promise<void>;
  /** The server refused the call as one too many. Resolves with when the next is free (epoch ms). */
  settleRefused(refusal: Refusal): Promise<number>;
  /** The call never left. */
  giveBack(): Promise<void>;
}

/** What is left of an endpoint's quota. */
export interface QuotaStatus {
  left: number;
  limit: number;
  windowMs: number;
  /** Epoch ms; null when a call is free now. */
  nextFreeAt: number | null;
}

/** Hands out turns to call, endpoint by endpoint, so that Bondora never has to refuse one. */
export interface Limiter {
  /**
   * Resolves when a call may leave. Throws `rate-limited` with `freeAt` when it has to leave now and may not,
   * `aborted`, and what the store throws.
   */
  takeTurn(key: QuotaKey, request: TurnRequest): Promise<Turn>;
  status(key: QuotaKey, priority?: Priority): Promise<QuotaStatus>;
}

// Servers of Bondora's make tell time in steps of 16 ms: a window may seem open that long after its end.
const clockGrainMs = 16;
// Bytes on their way when a request broke off can arrive a little later.
const straggleMs = 5000;

/** What the limiter needs from outside. */
export interface LimiterSetting {
  /** Tells the time and waits. */
  clock: Clock;
  /** Outlives the background. */
  store: QuotaStore;
  /**
   * Whether somebody may be about to order. Where that is known a minute ahead, no order ever waits for background
   * work; never, when left out.
   */
  isOrderExpected?: (() => Promise<boolean>) | undefined;
}

/** A limiter over the spent calls on record. */
export function createLimiter({ clock, store, isOrderExpected }: LimiterSetting): Limiter {
  const live = new Set<string>();
  const witness = { startedAt: clock.now(), live };
  const queues = new Map<QuotaKey, ReturnType<typeof createTurnQueue<Turn>>>();
  let made = 0;
  const run = crypto.randomUUID();

  const expectsOrder = async (): Promise<boolean> => (await isOrderExpected?.()) ?? false;

  function getQueue(key: QuotaKey): ReturnType<typeof createTurnQueue<Turn>> {
    let queue = queues.get(key);
    if (queue === undefined) {
      queue = createTurnQueue<Turn>({ clock, spend: (choose) => spend(key, choose) });
      queues.set(key, queue);
    }
    return queue;
  }

  // One step of the store: who is first in line by then gets the call, if one is free.
  async function spend(
    key: QuotaKey,
    choose: () => Priority | undefined,
  ): Promise<{ turn: Turn } | { freeAt: number | null }> {
    made += 1;
    const id = `${run}-${made}`;
    const orderExpected = await expectsOrder();
    const freeAt = await store.update(key, (stored) => {
      const now = clock.now();
      const priority = choose();
      const record = readRecord(stored, now);
      const quota = usableQuota(record, getQuota(key));
      const folded = foldSettled(record, quota.windowMs, witness);
      const windows = possibleWindows(folded, quota.windowMs, witness);
      const refusedUntil = record.refused?.until ?? now;
      const free =
        priority === undefined ? null : findFreeTime(windows, quota, { priority, orderExpected }, now);
      const at = free === null ? null : Math.max(free, refusedUntil);
      if (at === null || at > now) return { record: folded, result: { at } };
      live.add(id);
      const calls = [...folded.calls, { id, leftAt: now, arrivedBy: null, isSure: false }];
      return { record: { ...folded, calls }, result: undefined };
    });
    return freeAt === undefined ? { turn: createTurn(key, id) } : { freeAt: freeAt.at };
  }

  function createTurn(key: QuotaKey, id: string): Turn {
    const close = async (end: { arrivedBy: number; isSure: boolean } | null): Promise<void> => {
      try {
        await store.update(key, (stored) => {
          const record = readRecord(stored, clock.now());
          const calls =
            end === null
              ? record.calls.filter((call) => call.id !== id)
              : record.calls.map((call) => (call.id === id ? { ...call, ...end } : call));
          return { record: { ...record, calls }, result: undefined };
        });
      } finally {
        live.delete(id);
        getQueue(key).wake();
      }
    };
    return {
      settle: () => close({ arrivedBy: clock.now() + clockGrainMs, isSure: true }),
      settleLost: () => close({ arrivedBy: clock.now() + straggleMs, isSure: false }),
      giveBack: () => close(null),
      async settleRefused(refusal) {
        try {
          return await store.update(key, (stored) => {
            const now = clock.now();
            const record = readRecord(stored, now);
            const next = learnFromRefusal(record, refusal, getQuota(key), now);
            // Calls that are still under way may arrive in the next window.
            const calls = record.calls.filter(
              (call) => call.id !== id && live.has(call.id) && call.arrivedBy === null,
            );
            return { record: { ...noCalls, ...next, calls }, result: next.refused.until };
          });
        } finally {
          live.delete(id);
          getQueue(key).wake();
        }
      },
    };
  }

  return {
    async takeTurn(key, request) {
      if (request.signal.aborted) throw abortedError(request.signal);
      return getQueue(key).join(request);
    },

    async status(key, priority = 'user') {
      const now = clock.now();
      const [stored, orderExpected] = await Promise.all([store.read(key), expectsOrder()]);
      const record = readRecord(stored, now);
      const quota = usableQuota(record, getQuota(key));
      const windows = possibleWindows(record, quota.windowMs, witness);
      const refusedUntil = record.refused?.until ?? now;
      const free = findFreeTime(windows, quota, { priority, orderExpected }, now);
      const nextFreeAt = Math.max(free ?? now + quota.windowMs, refusedUntil);
      return {
        left: refusedUntil > now ? 0 : countLeft(windows, quota, now),
        limit: quota.calls,
        windowMs: quota.windowMs,
        nextFreeAt: nextFreeAt > now ? nextFreeAt : null,
      };
    },
  };
}
