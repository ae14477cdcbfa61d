import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import {
  sources,
  type Knowledge,
  type PlannedCall,
  type Source,
  type Task,
} from '#lib/mirror/plan-knowledge.ts';
import type { MirrorRecord } from './mirror-state.ts';

/** What a call is made with. */
export interface CallCircumstances {
  signal: AbortSignal;
  /** Tells how much has come; as often as it likes. */
  report: (received: number, total: number | null) => void;
}

/** What the runner needs of the world around it. */
export interface RunnerPorts {
  clock: Clock;
  record: MirrorRecord;
  /** What is known now, from disk. */
  look(): Promise<Knowledge>;
  /** Makes one call and writes what came of it. */
  make(call: PlannedCall, circumstances: CallCircumstances): Promise<void>;
  /** Throws away what is on disk of a pull that is not complete. */
  discard(): Promise<void>;
  /** Has `run` called at that time (epoch ms), whatever becomes of this background; null for never. */
  wakeAt(at: number | null): Promise<void>;
  /** Tells open pages that something changed. */
  changed(): Promise<void>;
  /** Runs the work unless something runs already anywhere; ends by itself when the background dies. */
  alone(work: () => Promise<void>): Promise<boolean>;
  /** Runs the work once nothing else does. */
  afterwards(work: () => Promise<void>): Promise<void>;
}

/** Makes the calls that the plan says, one after another. What it knows is on disk only. */
export interface MirrorRunner {
  /** Works until nothing is due, unless somebody is at it already; resolves then, and never rejects for a call. */
  run(): Promise<void>;
  /** As a person wishes: these sources first, and now. Resolves once that is on record. */
  ask(wanted: readonly Source[]): Promise<void>;
  /** Ends the call that is being made and lets everything rest for an hour. */
  stop(): Promise<void>;
  /** Ends the call that is being made, does this work, and goes on with the plan. */
  interrupt(work: () => Promise<void>): Promise<void>;
}

// A wait that is shorter than this is not worth an alarm.
const patienceMs = 5000;
// While a call is being made: by then it is over, or somebody has to see why not.
const lifelineMs = 120_000;
const reportEveryMs = 500;

export function createMirrorRunner(ports: RunnerPorts): MirrorRunner {
  const { clock, record } = ports;
  let current: AbortController | undefined;
  let runs = 0;
  // Whoever comes between, and lets nothing else be begun.
  const interrupting = { count: 0 };

  const make = async (call: PlannedCall): Promise<void> => {
    const ending = new AbortController();
    current = ending;
    await record.begin(call.task, clock.now());
    await ports.wakeAt(clock.now() + lifelineMs);
    await ports.changed();
    const progress = createProgress(clock, async (received, total) => {
      await record.progress(received, total);
      await ports.changed();
    });
    try {
      // A stop may have come before there was anything to end.
      const { stoppedUntil } = await record.read();
      if (interrupting.count > 0 || (stoppedUntil ?? 0) > clock.now()) ending.abort();
      ending.signal.throwIfAborted();
      await ports.make(call, { signal: ending.signal, report: progress.report });
      await progress.settle();
      await record.succeed(call.task);
    } catch (error) {
      await progress.settle();
      if (ending.signal.aborted) {
        await record.giveUp();
        await ports.discard();
      } else await record.fail(call.task, error, clock.now());
    } finally {
      current = undefined;
      await ports.changed();
    }
  };

  const work = async (): Promise<void> => {
    await record.noteDeath(clock.now());
    let last: Task | null = null;
    while (interrupting.count === 0) {
      const { next, at } = planCalls(await ports.look());
      if (next !== null && next.task === last && isSource(next.task)) {
        // What was just read is not known to be: to read it again and again would spend all calls on nothing.
        await record.fail(next.task, new AppError('aborted', 'Nothing came of it.'), clock.now());
        last = null;
      } else if (next !== null) {
        await make(next);
        last = next.task;
      } else if (at !== null && at - clock.now() <= patienceMs) await clock.sleep(at - clock.now());
      else return ports.wakeAt(at);
    }
  };

  const run = async (): Promise<void> => {
    runs += 1;
    let seen: number;
    // Who came while this was at work may have brought something that was not seen any more.
    do {
      seen = runs;
      if (!(await ports.alone(work))) return ports.wakeAt(clock.now() + lifelineMs);
    } while (seen !== runs);
  };

  return {
    run,
    async ask(wanted) {
      await record.ask(wanted);
      await ports.changed();
    },
    async interrupt(other) {
      interrupting.count += 1;
      try {
        current?.abort(new AppError('aborted', 'Something else comes first.'));
        await ports.afterwards(other);
      } finally {
        interrupting.count -= 1;
      }
    },
    async stop() {
      await record.stop(clock.now());
      current?.abort(new AppError('aborted', 'Stopped.'));
      await ports.discard();
      await ports.changed();
    },
  };
}

const isSource = (task: Task): boolean => (sources as readonly Task[]).includes(task);

/** Passes progress on, at most twice a second, in order. */
function createProgress(
  clock: Clock,
  tell: (received: number, total: number | null) => Promise<void>,
): Pick<CallCircumstances, 'report'> & { settle: () => Promise<void> } {
  let toldAt = Number.NEGATIVE_INFINITY;
  let telling: Promise<void> = Promise.resolve();
  return {
    report(received, total) {
      const now = clock.now();
      if (now - toldAt < reportEveryMs) return;
      toldAt = now;
      // That progress cannot be told is no reason to end a pull.
      telling = telling.then(() => tell(received, total)).catch(() => undefined);
    },
    settle: () => telling,
  };
}
