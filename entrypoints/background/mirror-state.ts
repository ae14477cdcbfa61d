import { AppError, type ErrorCode } from '#lib/base/app-error.ts';
import { findRest } from '#lib/mirror/plan-freshness.ts';
import type { Source, Task } from '#lib/mirror/plan-knowledge.ts';
import type { Records } from '#lib/store/records.ts';
import { describeProblem, noProblem, type Problem } from './problem.ts';

/** How a task failed last. */
interface Failure {
  /** Times in a row. */
  times: number;
  /** Epoch ms. */
  notBefore: number;
}

/** What is on disk of the mirror's work, so that it outlives the background. */
export interface MirrorState extends Problem {
  /** What a person asked for and has not got yet. */
  asked: readonly Source[];
  /** The call that is being made, or was when the background died. */
  running: { task: Task; startedAt: number; received: number; total: number | null } | null;
  failures: Partial<Record<Task, Failure>>;
  /** What would fail for every task: no connection, no sign-in, no room. */
  trouble: Failure | null;
  /** Until when a person wants nothing to be read by itself; epoch ms. */
  stoppedUntil: number | null;
  /** What kind of problem it is, and in what task it came up. */
  problemCode: ErrorCode | null;
  problemTask: Task | null;
}

const key = 'mirror';
const none: MirrorState = {
  asked: [],
  running: null,
  failures: {},
  trouble: null,
  stoppedUntil: null,
  problemCode: null,
  problemTask: null,
  ...noProblem,
};
const noNews = { problemCode: null, problemTask: null, ...noProblem };

const minute = 60_000;
const hour = 60 * minute;
/** A stopped pull is not begun again by itself for so long. */
const stopLasts = hour;
/** A call that the background did not survive so many times in a row is left alone for a while. */
const deathsInARow = 3;

/** The state of the mirror's work, as steps that each are one write. Times are epoch ms. */
export interface MirrorRecord {
  read(): Promise<MirrorState>;
  /** A person wants these now: neither a stop nor earlier failures stand in the way any more. */
  ask(sources: readonly Source[]): Promise<void>;
  stop(now: number): Promise<void>;
  begin(task: Task, now: number): Promise<void>;
  progress(received: number, total: number | null): Promise<void>;
  succeed(task: Task): Promise<void>;
  /** @param error its data may tell how long to rest at least: `restMs` */
  fail(task: Task, error: unknown, now: number): Promise<void>;
  /** The call ended and tells nothing: a person stopped it. */
  giveUp(): Promise<void>;
  /** A call on record that nobody makes broke off with the background. */
  noteDeath(now: number): Promise<void>;
}

/** @param states the drawer it is kept in */
export function createMirrorRecord(states: Records): MirrorRecord {
  // What a full disk does not take is known for as long as the background lives: above all that the disk is full.
  let unsaved: MirrorState | undefined;
  const read = async (): Promise<MirrorState> =>
    unsaved ?? { ...none, ...(await states.get<MirrorState>(key)) };
  const update = async (change: (state: MirrorState) => Partial<MirrorState>): Promise<void> => {
    try {
      await states.update<MirrorState>(key, (stored) => {
        const state = { ...none, ...(unsaved ?? stored) };
        return { ...state, ...change(state) };
      });
      unsaved = undefined;
    } catch (error) {
      if (!(error instanceof AppError) || !diskTroubles.has(error.code)) throw error;
      const state = await read();
      unsaved = { ...state, ...change(state) };
    }
  };
  return {
    read,

    ask: (sources) =>
      update(({ asked, failures }) => ({
        asked: [...new Set([...asked, ...sources])],
        failures: without(failures, sources),
        trouble: null,
        stoppedUntil: null,
        ...noNews,
      })),

    stop: (now) => update(() => ({ asked: [], stoppedUntil: now + stopLasts })),

    begin: (task, now) => update(() => ({ running: { task, startedAt: now, received: 0, total: null } })),

    progress: (received, total) =>
      update(({ running }) => ({ running: running === null ? null : { ...running, received, total } })),

    succeed: (task) =>
      update(({ asked, failures, problemTask, trouble }) => ({
        asked: asked.filter((source) => source !== task),
        running: null,
        failures: without(failures, [task]),
        trouble: null,
        ...(problemTask === task || trouble !== null ? noNews : {}),
      })),

    fail: (task, error, now) =>
      update(({ asked, failures, trouble }) => {
        const code = error instanceof AppError ? error.code : 'internal';
        const rest = (before: Failure | null | undefined): Failure => {
          const times = (before?.times ?? 0) + 1;
          const told = error instanceof AppError ? Number(error.data['restMs'] ?? 0) : 0;
          return { times, notBefore: now + Math.max(findRest(times), leastRest[code] ?? 0, told) };
        };
        const problem = describeProblem(error, 'Reading from Bondora failed inside Bondlens.');
        return {
          asked: asked.filter((source) => source !== task),
          running: null,
          ...(troubles.has(code)
            ? { trouble: rest(trouble) }
            : { failures: { ...failures, [task]: rest(failures[task]) } }),
          // That background work has to wait its turn concerns nobody.
          ...(untold.has(code) || (code === 'rate-limited' && !asked.includes(task as Source))
            ? {}
            : { ...problem, problemCode: code, problemTask: task }),
        };
      }),

    giveUp: () => update(() => ({ running: null })),

    noteDeath: (now) =>
      update(({ running, failures }) => {
        if (running === null) return {};
        const times = (failures[running.task]?.times ?? 0) + 1;
        const notBefore = times < deathsInARow ? now : now + findRest(times);
        return { running: null, failures: { ...failures, [running.task]: { times, notBefore } } };
      }),
  };
}

// Firefox refuses every write for a moment after the one for which there was no room.
const diskTroubles: ReadonlySet<ErrorCode> = new Set(['disk-full', 'storage']);

/** No problems to tell of: a permission that a pasted token turns out to lack, and what a person's own doing ended. */
const untold: ReadonlySet<ErrorCode> = new Set(['forbidden', 'aborted']);

/** What would fail for every task. */
const troubles: ReadonlySet<ErrorCode> = new Set([
  'network',
  'unauthorized',
  'not-linked',
  'wrong-credentials',
  'storage',
  'disk-full',
]);

/** What does not pass by itself within minutes. */
const leastRest: Partial<Record<ErrorCode, number>> = {
  unauthorized: hour,
  'not-linked': hour,
  'wrong-credentials': hour,
  'disk-full': hour,
  forbidden: 24 * hour,
};

function without(failures: MirrorState['failures'], tasks: readonly Task[]): MirrorState['failures'] {
  const left = { ...failures };
  for (const task of tasks) delete left[task];
  return left;
}

/** Before when each task is not tried again. */
export function findNotBefore(
  { failures, trouble }: MirrorState,
  tasks: readonly Task[],
): Partial<Record<Task, number>> {
  return Object.fromEntries(
    tasks.map((task) => [task, Math.max(failures[task]?.notBefore ?? 0, trouble?.notBefore ?? 0)]),
  );
}
