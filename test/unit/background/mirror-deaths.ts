import { createLookout } from '../../../entrypoints/background/lookout.ts';
import { createInProcessFetch } from '#test/sandbox/in-process-fetch.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { createOwnedClock, type OwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { createLife, type Ending, type Life, type Lock } from './mortal-life.ts';
import { createMirrorRig, openKept } from './mirror-rig.ts';
import { compareSnapshots, takeSnapshot, type Snapshot } from './mirror-snapshot.ts';
import { watchClock } from './run-out.ts';

const hour = 3_600_000;
// Neither it nor an hour more or less falls, any number of times, on one of the mirror’s own times: minutes change nothing.
const roundMs = 10 * hour;
const endpoints = [
  'secondarymarket',
  'secondarymarket/list',
  'loanpart/list',
  'auctions',
  'auction/{id}',
  'bids',
  'eventlog',
  'account/balance',
  'account/investments',
  'publicdataset',
];

/** What came of a mirror whose background died again and again. */
export interface DeathToll {
  rounds: number;
  deaths: number;
  /** In what the background was when it died. */
  during: Record<string, number>;
  /** Rows and events of the mirror in the end. */
  rows: number;
  events: number;
  /** How it differs from that of a background that never died. */
  differences: string[];
}

/** Ends the background so many times over a market that moves between rounds, and compares with one that never dies. */
export async function countDeaths(wanted: { deaths: number; seed: number }): Promise<DeathToll> {
  const random = createSeededRandom(wanted.seed);
  const calm = await createCourse(wanted.seed);
  const mortal = await createCourse(wanted.seed);
  const during: Record<string, number> = {};
  let deaths = 0;
  let rounds = 0;
  try {
    for (; deaths < wanted.deaths || rounds < 3; rounds += 1) {
      await calm.begin(rounds);
      const life = createLife();
      await calm.live(life);
      await calm.end();

      await mortal.begin(rounds);
      for (let died = true; died && deaths < wanted.deaths;) {
        const task = await mortal.live(createLife(drawEnding(random, life.steps)));
        // A life that did all there was to do leaves nothing to die in.
        died = task !== null;
        if (task === null) break;
        deaths += 1;
        during[task] = (during[task] ?? 0) + 1;
      }
      await mortal.live(createLife());
      await mortal.end();
    }
    const [one, other] = [await calm.takeSnapshot(), await mortal.takeSnapshot()];
    return {
      rounds,
      deaths,
      during,
      rows: other['listings']?.length ?? 0,
      events: other['events']?.length ?? 0,
      differences: compareSnapshots(one, other),
    };
  } finally {
    await Promise.all([calm.close(), mortal.close()]);
  }
}

/** One market and one disk, and the backgrounds that live over them one after another. */
interface Course {
  /** The market moves on, and stands still from then. */
  begin(round: number): Promise<void>;
  /** Lets a background live until it has nothing to do or dies; gives in what it died, null when it did not. */
  live(life: Life): Promise<string | null>;
  /** What rests after deaths in a row goes on. */
  end(): Promise<void>;
  takeSnapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

async function createCourse(seed: number): Promise<Course> {
  const clock = createOwnedClock();
  const start = clock.now();
  // The market stands still within a round, however long that takes.
  let worldNow = start;
  const sandbox = await startSandbox({
    seed,
    listings: 50,
    holdings: 8,
    moving: true,
    now: () => worldNow,
  });
  for (const endpoint of endpoints) sandbox.quotas.set(endpoint, { calls: 1e9, windowMs: hour });
  const stage: Stage = { sandbox, clock, name: crypto.randomUUID(), lock: { holder: null } };
  return {
    async begin(round) {
      await clock.advance(start + round * roundMs - clock.now());
      worldNow = clock.now();
    },
    live: (life) => live(stage, life),
    async end() {
      await clock.advance(hour);
      await live(stage, createLife());
    },
    takeSnapshot: () => takeSnapshot(openKept(stage.name).store, (at) => Math.floor((at - start) / roundMs)),
    close: () => sandbox.close(),
  };
}

/** Each kind of step is as likely as any other, however few there are of it. */
function drawEnding(random: () => number, steps: ReadonlyMap<string, number>): Ending {
  // But commits are where most could go wrong.
  const kinds = [
    ...steps,
    ...[...steps].filter(([name]) => name === 'commit').flatMap((one) => [one, one, one, one]),
  ];
  const [kind, count] = kinds[Math.floor(random() * kinds.length)] ?? ['update', 1];
  const nth = 1 + Math.floor(random() * count);
  return { kind, nth, begins: random() < 0.5 };
}

interface Stage {
  sandbox: Sandbox;
  clock: OwnedClock;
  name: string;
  lock: Lock;
}

async function live({ sandbox, clock, name, lock }: Stage, life: Life): Promise<string | null> {
  const kept = openKept(name);
  await forgetCalls(kept);
  await createLookout({ clock, states: kept.states }).noteLook([]);
  const ask = createInProcessFetch(sandbox);
  const watched = watchClock(clock);
  const rig = createMirrorRig({
    name,
    clock: life.clock(watched),
    token: sandbox.pastedToken,
    kept: life.own(kept),
    fetch: life.fetch((url, init) => ask(inSmallPages(url), init)),
    alone: life.alone(lock),
  });
  await watched.runOut(Promise.race([rig.mirror.run(), life.death]));
  if (life.isAlive()) {
    life.kill();
    return null;
  }
  const state = await kept.states.get<{ running: { task: string } | null }>('mirror');
  // What was begun comes to its end: the browser writes it, or the server hears it.
  for (let turn = 0; turn < 50; turn += 1) await clock.settle();
  return state?.running?.task ?? 'between calls';
}

/** Calls are free here, so that deaths cost none: quotas have a drill of their own. */
async function forgetCalls({ states }: ReturnType<typeof openKept>): Promise<void> {
  for (const endpoint of [...endpoints, 'auction', 'secondarymarket/item']) {
    await states.put(`quota:${endpoint}`, undefined);
  }
}

/** Small pages, so that a pull takes several. */
function inSmallPages(url: string): string {
  const asked = new URL(url);
  const size = Number(asked.searchParams.get('PageSize'));
  if (asked.pathname === '/api/v1/secondarymarket' && size > 20) asked.searchParams.set('PageSize', '20');
  if (asked.pathname === '/api/v1/auctions') asked.searchParams.set('PageSize', '8');
  return asked.href;
}
