import type { Clock } from '#lib/base/clock.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import type { ItemField } from '#lib/mirror/arrivals.ts';
import { pullTable } from '#lib/mirror/pull-table.ts';
import { countRows } from '#lib/mirror/table.ts';
import type { MirrorRepository } from '#lib/store/mirror-repository.ts';
import type { Records } from '#lib/store/records.ts';
import { describeProblem, noProblem, type Problem } from './problem.ts';

/** What the market service needs of the world around it. */
export interface MarketPorts {
  clock: Clock;
  states: Records;
  mirror: MirrorRepository;
  /** The bytes of one page of the market, from the API. */
  fetchPage(page: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** The values of one item of the API's answer. */
  fields: readonly ItemField[];
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
}

/** The pull as it is kept. */
interface State extends Problem {
  /** The pull that is under way, or was when the background died. */
  running: { received: number; total: number | null } | null;
}

const doubted =
  'Bondora told of so few listings that the mirror was left as it was. If the next pull says the same, it is taken.';

const key = 'pull';
const none: State = { running: null, ...noProblem };

/** The mirror's one pull: its state is on disk only, so that it survives the background. */
export function createMarketService(ports: MarketPorts): MarketService {
  const { clock, states, mirror } = ports;
  const read = async (): Promise<State> => ({ ...none, ...(await states.get<State>(key)) });
  const keep = async (parts: Partial<State>): Promise<void> => {
    await states.update<State>(key, (state) => ({ ...(state ?? none), ...parts }));
  };
  const change = async (parts: Partial<State>): Promise<void> => {
    await keep(parts);
    await ports.changed();
  };

  const run = async (): Promise<void> => {
    await change({ running: { received: 0, total: null }, ...noProblem });
    let telling: Promise<void> = Promise.resolve();
    try {
      const outcome = await pullTable(
        { table: 'listings', source: 'secondarymarket', owner: null, fields: ports.fields },
        {
          mirror,
          now: () => clock.now(),
          fetchPage: (page, signal) => ports.fetchPage(page, signal),
          report: (received, total) => {
            telling = telling.then(() => change({ running: { received, total } }));
          },
        },
        new AbortController().signal,
      );
      await telling;
      await keep({
        running: null,
        ...(outcome.result === 'doubted' && { problem: doubted, problemEndsAt: null }),
      });
    } catch (error) {
      await telling;
      await keep({
        running: null,
        ...describeProblem(error, 'The pull of the market failed inside Bondlens.'),
      });
      throw error;
    }
  };

  return {
    async status() {
      const [state, quota, running, heads] = await Promise.all([
        read(),
        ports.quota(),
        ports.isRunning(),
        mirror.readHeads(),
      ]);
      const listings = heads.get('listings');
      // A run on record that nobody is running broke off when the background died.
      const broken = state.running !== null && !running;
      return {
        listings: listings === undefined ? 0 : countRows(listings),
        pulledAt: listings?.at ?? null,
        parts: [...heads.values()].map((head) => ({
          part: head.table,
          rows: countRows(head),
          at: head.at,
          source: head.source,
          bytes: Object.values(head.columns).reduce((sum, bytes) => sum + bytes, 0),
        })),
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
  };
}
