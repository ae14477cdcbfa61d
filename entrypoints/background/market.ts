import type { Clock } from '#lib/base/clock.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import type { PullState } from '#lib/mirror/market-chunk.ts';
import { pullMarket } from '#lib/mirror/pull-market.ts';
import type { MarketRepository } from '#lib/store/market-repository.ts';
import type { Records } from '#lib/store/records.ts';
import { describeProblem, noProblem, type Problem } from './problem.ts';

/** What the market service needs of the world around it. */
export interface MarketPorts {
  clock: Clock;
  states: Records;
  market: MarketRepository;
  /** The bytes of one page of the market, from the API. */
  fetchPage(page: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** One item of the API's answer as a record; undefined when it carries no id. */
  decode(item: unknown): LoanRecord | undefined;
  quota(): Promise<{ left: number; limit: number; nextFreeAt: number | null }>;
  /** Tells open pages that the market's status changed. */
  changed(): Promise<void>;
  /** Runs the work unless it runs already anywhere; ends by itself when the background dies. */
  alone(work: () => Promise<void>): Promise<boolean>;
  isRunning(): Promise<boolean>;
}

export interface MarketService {
  status(): Promise<MarketStatus>;
  /** Starts a pull unless one runs; gives the pull's end for callers that wait for it. */
  pull(): Promise<void>;
  /** The pull to read from; null when there is none yet. */
  currentPull(): Promise<string | null>;
}

/** The pull as it is kept. */
type State = PullState & Problem;

const key = 'pull';
const none: State = { current: null, running: null, ...noProblem };

/** The mirror's one pull: its state is on disk only, so that it survives the background. */
export function createMarketService(ports: MarketPorts): MarketService {
  const { clock, states, market } = ports;
  const read = async (): Promise<State> => ({ ...none, ...(await states.get<State>(key)) });
  const keep = async (parts: Partial<State>): Promise<void> => {
    await states.update<State>(key, (state) => ({ ...(state ?? none), ...parts }));
  };
  const change = async (parts: Partial<State>): Promise<void> => {
    await keep(parts);
    await ports.changed();
  };

  const run = async (): Promise<void> => {
    const pull = crypto.randomUUID();
    const startedAt = clock.now();
    const { current } = await read();
    await market.keepOnly(current === null ? [] : [current.pull]);
    await change({ running: { pull, startedAt, received: 0, total: null }, ...noProblem });
    try {
      const { listings } = await pullMarket(
        {
          fetchPage: (page, signal) => ports.fetchPage(page, signal),
          decode: (item) => ports.decode(item),
          writeChunk: (chunk, content) => market.writeChunk(pull, chunk, content),
          writeIndexes: (indexes) => market.writeIndexes(pull, indexes),
          report: (received, total) => change({ running: { pull, startedAt, received, total } }),
        },
        new AbortController().signal,
      );
      await keep({ current: { pull, listings, pulledAt: clock.now() }, running: null });
      await market.keepOnly([pull]);
    } catch (error) {
      await keep({
        running: null,
        ...describeProblem(error, 'The pull of the market failed inside Bondlens.'),
      });
      await market.keepOnly(current === null ? [] : [current.pull]);
      throw error;
    }
  };

  return {
    async status() {
      const [state, quota, running] = await Promise.all([read(), ports.quota(), ports.isRunning()]);
      // A run on record that nobody is running broke off when the background died.
      const broken = state.running !== null && !running;
      return {
        listings: state.current?.listings ?? 0,
        pulledAt: state.current?.pulledAt ?? null,
        parts:
          state.current === null
            ? []
            : [
                {
                  part: 'listings',
                  rows: state.current.listings,
                  at: state.current.pulledAt,
                  source: 'secondarymarket',
                  bytes: 0,
                },
              ],
        plan: [],
        stoppedUntil: null,
        problemCode: null,
        running,
        progress:
          running && state.running !== null
            ? { part: 'listings', received: state.running.received, total: state.running.total }
            : null,
        callsLeft: quota.left,
        callsPerHour: quota.limit,
        nextFreeAt: quota.nextFreeAt,
        problem: broken
          ? 'The last pull of the market broke off. The mirror before it is still in use.'
          : state.problem,
        problemEndsAt: broken ? null : state.problemEndsAt,
      };
    },

    async pull() {
      try {
        await ports.alone(run);
      } finally {
        // Told only now: pages that ask before this still see it running.
        await ports.changed();
      }
    },

    async currentPull() {
      return (await read()).current?.pull ?? null;
    },
  };
}
