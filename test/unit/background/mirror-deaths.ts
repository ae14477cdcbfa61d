import { createLookout } from '../../../entrypoints/background/lookout.ts';
import { createInProcessFetch } from '#test/sandbox/in-process-fetch.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { createOwnedClock, type OwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { createLife, type Life, type Lock } from './mortal-life.ts';
import { createMirrorRig, openKept } from './mirror-rig.ts';
import { compareSnapshots, takeSnapshot, type Snapshot } from './mirror-snapshot.ts';
import { watchClock } from './run-out.ts';

const hour = 3_600_000;
// Neither it nor an hour more or less falls, any number of times, on one of the mirror’s own times: minutes change nothing.
const roundMs = 10 * hour;
const deathsInARound = 5;
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
export async function countDeaths({ deaths, seed }: { deaths: number; seed: number }): Promise<DeathToll> {
  const rounds = Math.ceil(deaths / deathsInARound);
  const undisturbed = await mirrorRounds({ rounds, seed, deathsIn: () => 0, stepsOf: [] });
  const mortal = await mirrorRounds({
    rounds,
    seed,
    deathsIn: (round) => Math.min(deathsInARound, deaths - round * deathsInARound),
    stepsOf: undisturbed.steps,
  });
  return {
    rounds,
    deaths: mortal.deaths,
    during: mortal.during,
    rows: mortal.snapshot['listings']?.length ?? 0,
    events: mortal.snapshot['events']?.length ?? 0,
    differences: compareSnapshots(undisturbed.snapshot, mortal.snapshot),
  };
}

interface Course {
  rounds: number;
  seed: number;
  deathsIn: (round: number) => number;
  /** Steps that each round takes when nobody dies. */
  stepsOf: readonly number[];
}

interface Outcome {
  snapshot: Snapshot;
  steps: number[];
  deaths: number;
  during: Record<string, number>;
}

async function mirrorRounds({ rounds, seed, deathsIn, stepsOf }: Course): Promise<Outcome> {
  const clock = createOwnedClock();
  const begin = clock.now();
  const random = createSeededRandom(seed);
  // The market stands still within a round, however long that takes.
  let worldNow = begin;
  const sandbox = await startSandbox({ seed, listings: 50, holdings: 8, moving: true, now: () => worldNow });
  for (const endpoint of endpoints) sandbox.quotas.set(endpoint, { calls: 1e9, windowMs: hour });
  const stage: Stage = { sandbox, clock, name: crypto.randomUUID(), lock: { holder: null } };
  const steps: number[] = [];
  const during: Record<string, number> = {};
  let deaths = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await clock.advance(begin + round * roundMs - clock.now());
      worldNow = clock.now();
      const wanted = deaths + deathsIn(round);
      while (deaths < wanted) {
        // Most deaths come early: what is done needs no doing again.
        const step = 1 + Math.floor(random() ** 1.5 * (stepsOf[round] ?? 1));
        const task = await live(stage, createLife({ step, begins: random() < 0.5 }));
        if (task === null) continue;
        deaths += 1;
        during[task] = (during[task] ?? 0) + 1;
      }
      const last = createLife();
      await live(stage, last);
      steps.push(last.steps());
      // What rests after deaths in a row goes on.
      await clock.advance(hour);
      await live(stage, createLife());
    }
    const roundOf = (at: number): number => Math.floor((at - begin) / roundMs);
    return { snapshot: await takeSnapshot(openKept(stage.name).store, roundOf), steps, deaths, during };
  } finally {
    await sandbox.close();
  }
}

interface Stage {
  sandbox: Sandbox;
  clock: OwnedClock;
  name: string;
  lock: Lock;
}

/** Lets a background live until it has nothing to do or dies; gives in what it died, null when it did not. */
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
