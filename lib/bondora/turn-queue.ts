import type { Clock } from '#lib/base/clock.ts';
import type { Priority } from './quota-decision.ts';
import { abortedError, rateLimitedError } from './request-errors.ts';

/** Somebody who wants to make a call. */
export interface TurnRequest {
  priority: Priority;
  /** `now`: rather fail than wait. */
  when: 'now' | 'wait';
  signal: AbortSignal;
}

interface Waiting<Turn> extends TurnRequest {
  resolve(turn: Turn): void;
  reject(error: unknown): void;
}

const rank: Readonly<Record<Priority, number>> = { order: 0, user: 1, sync: 2 };
// When it depends on a call under way, and for timers that no browser lets run longer.
const longestSleep = 3_600_000;

/**
 * The line before one endpoint: orders first, then people, then background work; within each, who came first.
 * @param spend spends a call for whoever `choose` names at that moment, or tells when one will be free
 */
export function createTurnQueue<Turn extends { giveBack(): Promise<void> }>({
  clock,
  spend,
}: {
  clock: Clock;
  spend: (choose: () => Priority | undefined) => Promise<{ turn: Turn } | { freeAt: number | null }>;
}): { join(request: TurnRequest): Promise<Turn>; wake(): void } {
  const line: Waiting<Turn>[] = [];
  let running = false;
  let sleeping = new AbortController();

  function leave(waiting: Waiting<Turn>): void {
    const at = line.indexOf(waiting);
    if (at >= 0) line.splice(at, 1);
  }

  function wake(): void {
    sleeping.abort();
    sleeping = new AbortController();
  }

  function refuseImpatient(freeAt: number | null): void {
    for (const waiting of line.filter(({ when }) => when === 'now')) {
      leave(waiting);
      waiting.reject(rateLimitedError(freeAt ?? clock.now() + 1000));
    }
  }

  async function sleepUntil(freeAt: number | null, awake: AbortSignal): Promise<void> {
    if (line.length === 0 || awake.aborted) return;
    const ms = freeAt === null ? longestSleep : Math.min(freeAt - clock.now(), longestSleep);
    await clock.sleep(Math.max(ms, 0), awake).catch(() => undefined);
  }

  // Ends without a pause between finding the line empty and saying so: nobody can join unnoticed.
  async function serve(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (line.length > 0) {
        const awake = sleeping.signal;
        const outcome = await spend(() => line[0]?.priority);
        if ('turn' in outcome) {
          const first = line.shift();
          if (first === undefined) await outcome.turn.giveBack();
          else first.resolve(outcome.turn);
        } else {
          refuseImpatient(outcome.freeAt);
          await sleepUntil(outcome.freeAt, awake);
        }
      }
    } catch (error) {
      // A store that fails must fail the callers, not hang them.
      for (const waiting of line.splice(0)) waiting.reject(error);
    } finally {
      running = false;
    }
  }

  return {
    wake,
    join: (request) =>
      new Promise<Turn>((resolve, reject) => {
        const stop = (): void => {
          leave(waiting);
          reject(abortedError(request.signal));
          wake();
        };
        const waiting: Waiting<Turn> = {
          ...request,
          resolve(turn) {
            request.signal.removeEventListener('abort', stop);
            resolve(turn);
          },
          reject(error) {
            request.signal.removeEventListener('abort', stop);
            reject(error);
          },
        };
        request.signal.addEventListener('abort', stop, { once: true });
        const behind = line.findIndex((other) => rank[other.priority] > rank[request.priority]);
        line.splice(behind < 0 ? line.length : behind, 0, waiting);
        wake();
        void serve();
      }),
  };
}
