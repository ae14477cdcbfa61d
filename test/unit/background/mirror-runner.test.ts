import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createAlone } from '../../../entrypoints/background/alone.ts';
import {
  createMirrorRunner,
  type MirrorRunner,
  type RunnerPorts,
} from '../../../entrypoints/background/mirror-runner.ts';
import {
  createMirrorRecord,
  findNotBefore,
  type MirrorRecord,
} from '../../../entrypoints/background/mirror-state.ts';
import { AppError } from '#lib/base/app-error.ts';
import { sources, type Knowledge, type Source } from '#lib/mirror/plan-knowledge.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createRecords } from '#lib/store/records.ts';
import { createOwnedClock, type OwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { allFresh, hour, minute } from '#test/unit/mirror/plan-circumstances.ts';

interface Stage {
  clock: OwnedClock;
  record: MirrorRecord;
  runner: MirrorRunner;
  /** What was called, in order. */
  made: string[];
  /** When each source was read. */
  readAt: Record<Source, number | null>;
  wakes: (number | null)[];
  /** Sources of which nothing is known after they were read. */
  forgetful: Set<string>;
  discarded: () => number;
  /** The next background over the same disk. */
  restart(make?: RunnerPorts['make']): Stage;
}

/** A runner over a disk of its own; `make` is what a call does, by default nothing that takes time. */
function createStage(make: RunnerPorts['make'] = async () => undefined, over?: Stage): Stage {
  const clock = over?.clock ?? createOwnedClock();
  const record =
    over?.record ?? createMirrorRecord(createRecords(createDatabase(crypto.randomUUID()), 'states'));
  const readAt =
    over?.readAt ?? (Object.fromEntries(sources.map((source) => [source, clock.now()])) as Stage['readAt']);
  const made: string[] = over?.made ?? [];
  const wakes: (number | null)[] = [];
  const forgetful = new Set<string>();
  let discarded = 0;
  const alone = createAlone(crypto.randomUUID());
  const ports: RunnerPorts = {
    clock,
    record,
    look: async (): Promise<Knowledge> => {
      const state = await record.read();
      return {
        ...allFresh,
        now: clock.now(),
        lookedAt: clock.now(),
        readAt: { ...readAt },
        asked: state.asked,
        stoppedUntil: state.stoppedUntil,
        notBefore: findNotBefore(state, sources),
      };
    },
    make: async (call, circumstances) => {
      made.push(call.task);
      await make(call, circumstances);
      if (!forgetful.has(call.task)) readAt[call.task as Source] = clock.now();
    },
    discard: async () => void (discarded += 1),
    wakeAt: async (at) => void wakes.push(at),
    changed: async () => undefined,
    alone: (work) => alone.run(work),
    afterwards: (work) => alone.afterwards(work),
  };
  const stage: Stage = {
    clock,
    record,
    runner: createMirrorRunner(ports),
    made,
    readAt,
    wakes,
    forgetful,
    discarded: () => discarded,
    restart: (next) => createStage(next ?? make, stage),
  };
  return stage;
}

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('createMirrorRunner', () => {
  it('makes one call after another until nothing is due, and is woken for the next', async () => {
    const stage = createStage();
    stage.readAt.listings = null;
    stage.readAt.bids = null;
    await stage.runner.run();
    expect(stage.made).toEqual(['bids', 'listings']);
    // Auctions are the first to grow too old.
    expect(stage.wakes.at(-1)).toBe(stage.clock.now() + 3 * minute);
    expect((await stage.record.read()).running).toBeNull();
  });

  it('does what a person asks while it is at work', async () => {
    const stage = createStage(async ({ task }) => {
      if (task !== 'bids') return;
      await stage.runner.ask(['listings']);
      await stage.runner.run();
    });
    stage.readAt.bids = null;
    await stage.runner.run();
    expect(stage.made).toEqual(['bids', 'listings']);
    expect((await stage.record.read()).asked).toEqual([]);
  });

  it('makes no call twice for two who run it at once', async () => {
    const stage = createStage();
    await stage.runner.ask(['listings']);
    await Promise.all([stage.runner.run(), stage.runner.run(), stage.runner.run()]);
    expect(stage.made).toEqual(['listings']);
  });

  it('does not spend all calls on a source of which nothing comes', async () => {
    const stage = createStage();
    stage.readAt.balance = null;
    stage.forgetful.add('balance');
    await stage.runner.run();
    expect(stage.made).toEqual(['balance']);
    expect(stage.wakes.at(-1)).toBe(stage.clock.now() + minute);
    expect((await stage.record.read()).problem).toBeNull();
  });

  it('says what went wrong, lets the task rest, and goes on with others', async () => {
    const stage = createStage(async ({ task }) => {
      if (task === 'listings') throw new AppError('nonsense', 'Bondora’s answer broke off in the middle.');
    });
    stage.readAt.listings = null;
    await stage.runner.ask(['listings', 'auctions']);
    await stage.runner.run();
    expect(stage.made).toEqual(['listings', 'auctions']);
    expect(await stage.record.read()).toMatchObject({
      problem: 'Bondora’s answer broke off in the middle.',
      problemCode: 'nonsense',
      failures: { listings: { times: 1, notBefore: stage.clock.now() + minute } },
    });
    expect(stage.wakes.at(-1)).toBe(stage.clock.now() + minute);
    await stage.clock.advance(minute);
    await stage.runner.run();
    expect((await stage.record.read()).failures.listings?.times).toBe(2);
  });

  it('lets everything rest without a connection, goes on when it is back, and takes its word back', async () => {
    let offline = true;
    const stage = createStage(async () => {
      if (offline) throw new AppError('network', 'Bondora could not be reached.');
    });
    for (const source of sources) stage.readAt[source] = null;
    await stage.runner.run();
    expect(stage.made).toEqual(['investments']);
    expect((await stage.record.read()).problem).toBe('Bondora could not be reached.');
    offline = false;
    await stage.clock.advance(minute);
    await stage.runner.run();
    expect(stage.made.slice(1)).toEqual([...sources]);
    expect(await stage.record.read()).toMatchObject({ problem: null, problemCode: null, trouble: null });
  });

  it('tells of no problem where a permission is missing, and does not ask again that day', async () => {
    const stage = createStage(async () => {
      throw new AppError('forbidden', 'The permission is missing.');
    });
    stage.readAt.bids = null;
    await stage.runner.run();
    await stage.clock.advance(hour);
    stage.readAt.balance = stage.clock.now();
    expect((await stage.record.read()).problem).toBeNull();
    await stage.runner.run();
    expect(stage.made.filter((task) => task === 'bids')).toHaveLength(1);
  });

  it('tells of a limit only to who asked', async () => {
    const freeAt = Date.UTC(2026, 0, 5, 9);
    const stage = createStage(async () => {
      throw new AppError('rate-limited', 'No further call.', { data: { freeAt } });
    });
    stage.readAt.bids = null;
    await stage.runner.run();
    expect((await stage.record.read()).problem).toBeNull();
    await stage.runner.ask(['listings']);
    await stage.runner.run();
    expect(await stage.record.read()).toMatchObject({ problem: 'No further call.', problemEndsAt: freeAt });
  });

  it('ends the call that a person stops, throws away its part, and begins none within the hour', async () => {
    const stage = createStage((_, { signal }) => never(signal));
    stage.readAt.listings = null;
    const running = stage.runner.run();
    await stage.clock.settle();
    while (stage.made.length === 0) await stage.clock.settle();
    await stage.runner.stop();
    await running;
    expect(stage.made).toEqual(['listings']);
    expect(stage.discarded()).toBeGreaterThan(0);
    expect(await stage.record.read()).toMatchObject({ running: null, problem: null });
    expect(stage.wakes.at(-1)).toBe(stage.clock.now() + hour);
    await stage.clock.advance(hour - minute);
    await stage.runner.run();
    expect(stage.made).toHaveLength(1);
  });

  it('goes on after a stop when a person asks', async () => {
    const stage = createStage();
    await stage.runner.stop();
    await stage.runner.ask(['listings']);
    await stage.runner.run();
    expect(stage.made).toEqual(['listings']);
  });

  it('goes on after the death of the background, and pauses after three in a row', async () => {
    let stage = createStage((_, { signal }) => never(signal));
    stage.readAt.listings = null;
    for (let death = 1; death <= 3; death += 1) {
      void stage.runner.run();
      while (stage.made.length < death) await stage.clock.settle();
      // An alarm is set before the call, for the case that nobody lives to set it after.
      expect(stage.wakes.at(-1)).toBe(stage.clock.now() + 2 * minute);
      stage = stage.restart();
    }
    await stage.runner.run();
    expect(stage.made).toEqual(['listings', 'listings', 'listings']);
    expect(stage.wakes.at(-1)).toBeGreaterThan(stage.clock.now());
  });

  it('puts progress on record twice a second at most', async () => {
    const seen: number[] = [];
    // Time passes only while the call waits, and stands still while the disk is at work.
    let isWaiting = false;
    const stage = createStage(async (_, { report }) => {
      for (let received = 1; received <= 40; received += 1) {
        report(received, 40);
        isWaiting = true;
        await stage.clock.sleep(100);
        isWaiting = false;
        const { running } = await stage.record.read();
        if (running !== null && running.received !== seen.at(-1)) seen.push(running.received);
      }
    });
    stage.readAt.listings = null;
    await stage.clock.runUntil(stage.runner.run(), () => !isWaiting);
    expect(seen.filter((received) => received > 0)).toEqual([1, 6, 11, 16, 21, 26, 31, 36]);
  });
});
