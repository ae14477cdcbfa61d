import { createOwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createMirrorRig, type MirrorRig, type openKept } from './mirror-rig.ts';
import { watchClock } from './run-out.ts';
import { createScriptedBondora, type ScriptedBondora } from './scripted-bondora.ts';

/** A mirror over a Bondora that answers by script, on a clock of its own. */
export interface Stage {
  rig: MirrorRig;
  bondora: ScriptedBondora;
  /** Lets a person ask for the market and waits for the end of all that is due. */
  pull: () => Promise<void>;
  /** Lets the mirror do what is due. */
  run: () => Promise<void>;
  pass: (ms: number) => Promise<void>;
  another: () => MirrorRig;
}

/** @param kept what is on disk already; nothing when left out */
export function createStage(kept?: ReturnType<typeof openKept>): Stage {
  const clock = createOwnedClock();
  const watched = watchClock(clock);
  const bondora = createScriptedBondora();
  const name = crypto.randomUUID();
  const create = (): MirrorRig =>
    createMirrorRig({ name, clock: watched, token: 'a-token', fetch: bondora.fetch, ...(kept && { kept }) });
  const rig = create();
  const run = (): Promise<void> => watched.runOut(rig.mirror.run());
  return {
    rig,
    bondora,
    run,
    async pull() {
      await rig.mirror.ask(['listings']);
      await run();
    },
    pass: (ms) => clock.advance(ms),
    another: create,
  };
}
