import 'fake-indexeddb/auto';
import { breakOffRestore, goBack, mergeFile, restoreFile, takeBadFile } from './notes/file-steps.ts';
import { changeMany, moveNotes, renameTag } from './notes/many-steps.ts';
import {
  checkAll,
  remove,
  save,
  saveAndDie,
  saveAtOnce,
  saveOnFullDisk,
  typeAndCrash,
  type NoteStep,
} from './notes/note-steps.ts';
import { createNoteWorld } from './notes/note-world.ts';

export const area = 'notes';

/** What happens, and how often of a hundred times. */
const steps: readonly [name: string, share: number, step: NoteStep][] = [
  ['saves', 36, save],
  ['saves at once', 10, saveAtOnce],
  ['deaths', 16, saveAndDie],
  ['crashes while typing', 4, typeAndCrash],
  ['full disks', 6, saveOnFullDisk],
  ['removals', 5, remove],
  ['new names of tags', 3, renameTag],
  ['changes of many', 4, changeMany],
  ['moves', 2, moveNotes],
  ['merges', 5, mergeFile],
  ['restores', 2, restoreFile],
  ['ways back', 2, goBack],
  ['bad files', 5, takeBadFile],
  ['restores broken off', 2, breakOffRestore],
];

/**
 * Saves notes from three tabs of one browser and one of another, which start from two of the older versions of the database;
 * kills background and browser, fills the disk, renames tags,
 * changes and moves many notes, goes back to snapshots, takes in good and bad files, merges. Held when every change that was
 * acknowledged is there, as it stood or in the history, compared with a plain model after every 50 steps and at the end.
 */
export async function run({
  steps: count = 1000,
  seed = 1,
}: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const world = await createNoteWorld(seed);
  const { counts, faults, random, clock } = world;
  await checkAll(world, 'the update');
  for (let step = 1; step <= count; step += 1) {
    const [name, , happen] = choose(random());
    counts[name] = (counts[name] ?? 0) + 1;
    clock.pass(random() * 600_000);
    try {
      await happen(world);
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
    if (step % 50 === 0) await checkAll(world, `step ${step}`);
    if (faults.length > 0) break;
  }
  await checkAll(world, 'all');
  const written = world.sides.map(({ model }) =>
    [...model.written().values()].reduce((sum, fields) => sum + fields.size, 0),
  );
  const told = steps.map(([name]) => `${counts[name] ?? 0} ${name}`).join(', ');
  const line =
    `seed ${seed}: ${told}; ${counts['choices'] ?? 0} choices; ${written.join(' and ')} acknowledged versions, ` +
    `${world.sides.map(({ thinned }) => thinned.size).join(' and ')} histories at their limit, ` +
    `${faults.length} faults${faults.length === 0 ? '' : `: ${[...new Set(faults)].slice(0, 3).join('; ')}`}`;
  return { line, held: faults.length === 0 };
}

function choose(dice: number): (typeof steps)[number] {
  let left = dice * steps.reduce((sum, [, share]) => sum + share, 0);
  const found = steps.find(([, share]) => (left -= share) < 0);
  if (found === undefined) throw new Error('The shares of the steps do not add up.');
  return found;
}
