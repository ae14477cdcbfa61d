import type { AppError } from '#lib/base/app-error.ts';
import { isSameFields } from '#lib/notes/note-fields.ts';
import type { NoteFields } from '#lib/notes/note.ts';
import type { ChangeResult, IntakeWay } from '#lib/messages/backup-protocol.ts';
import { askRig, handIn, makeFile } from '#test/unit/background/rig-files.ts';
import type { NoteStep } from './note-steps.ts';
import { ask, readAll, type NoteWorld, type Side } from './note-world.ts';

/** The file of one browser is merged into the other, twice. */
export const mergeFile: NoteStep = async (world) => {
  const { from, to } = pickWay(world);
  const text = await makeFile(from.browser.rig());
  const [before, theirs] = [to.model.standing(), from.model.standing()];
  await takeIn(to, text, 'merge');
  const { notes } = await readAll(to);
  to.model.replaced(notes, from.model);
  const after = to.model.standing();
  for (const loan of [...before.keys(), ...theirs.keys()]) {
    const [mine, other, now] = [before.get(loan), theirs.get(loan), after.get(loan)];
    if (!isMergeOf(now, mine, other))
      world.faults.push(`${loan} was not merged: ${JSON.stringify([mine, other, now])}`);
  }
  const once = await to.browser.dump();
  await takeIn(to, text, 'merge');
  if (once !== (await to.browser.dump()))
    world.faults.push('the same file changed something the second time');
};

/** A file is restored, and now and then undone. */
export const restoreFile: NoteStep = async (world) => {
  const { from, to } = pickWay(world);
  const wanted = from.model.standing();
  const before = to.model.standing();
  const text = await makeFile(from.browser.rig());
  const { undo } = await takeIn(to, text, 'restore');
  await expectStanding(world, to, wanted, 'a restore', from);
  if (undo === null || world.random() < 0.5) return;
  await ask(to, 'snapshots.goBack', { id: undo });
  await expectStanding(world, to, before, 'the undo of a restore');
};

/** A snapshot is taken; after some more saves everything goes back to it. */
export const goBack: NoteStep = async (world) => {
  const side = world.pick(world.sides);
  const failed = await side.browser.rig().care();
  if (failed.length > 0) world.faults.push(`care failed: ${failed.join(', ')}`);
  const heads = await ask(side, 'snapshots.list', {});
  const head = heads.at(-1);
  if (head === undefined) return;
  const now = side.model.standing();
  if (head.notes !== now.size) return;
  const { difference } = await ask(side, 'snapshots.preview', { id: head.id });
  const changes = Object.values(difference.notes).reduce((sum, count) => sum + count, 0);
  await ask(side, 'snapshots.goBack', { id: head.id });
  if (changes === 0) await expectStanding(world, side, now, 'going back to what is');
  else side.model.replaced((await readAll(side)).notes);
};

/** A file that was cut off or changed, or comes from elsewhere, changes nothing. */
export const takeBadFile: NoteStep = async (world) => {
  const { from, to } = pickWay(world);
  const text = await makeFile(from.browser.rig());
  const at = Math.floor(world.random() * (text.length - 2));
  const bad = world.pick([
    text.slice(0, at),
    `${text.slice(0, at)}\u0001${text.slice(at + 1)}`,
    text.replace(/w(\d)/, 'w0$1').replace('"madeAt":', '"madeAt":1'),
    text.replace('"version":1', '"version":99'),
    text.replace('"notes":[', '"notes":[{"__proto__":{"text":1}},'),
    '{"notes":[]}',
    '',
  ]);
  const before = await to.browser.dump();
  const way = world.pick(['restore', 'merge'] as const);
  const code = await takeIn(to, bad, way).then(
    () => 'taken',
    (error: AppError) => error.code,
  );
  if (code !== 'invalid-input') world.faults.push(`a bad file was ${code}`);
  if (before !== (await to.browser.dump())) world.faults.push('a bad file changed something');
};

/** A good file meets a full disk, or the background's end: all of it is there, or nothing. */
export const breakOffRestore: NoteStep = async (world) => {
  const { from, to } = pickWay(world);
  const [wanted, before] = [from.model.standing(), to.model.standing()];
  const text = await makeFile(from.browser.rig());
  const isFull = world.random() < 0.5;
  to.browser.setFull(isFull);
  const taking = takeIn(to, text, 'restore').then(
    () => true,
    () => false,
  );
  if (!isFull) {
    for (let turn = Math.floor(world.random() * 40); turn > 0; turn--) await new Promise(setImmediate);
    to.browser.killBackground();
  }
  const isTaken = await taking;
  to.browser.setFull(false);
  const { notes } = await readAll(to);
  const standing = notes.filter(({ removedAt }) => removedAt === null);
  const isLike = (those: Map<string, NoteFields>): boolean =>
    standing.length === those.size &&
    standing.every((note) => isSameFields(note, those.get(note.loan) ?? { ...note, text: '\0' }));
  if (isTaken ? !isLike(wanted) : !isLike(wanted) && !isLike(before))
    world.faults.push('a restore that broke off left half of it');
  to.model.replaced(notes, isLike(before) ? undefined : from.model);
};

/** The parts of a file are handed to the background that then takes it in: it holds them in memory only. */
async function takeIn({ browser }: Side, text: string, way: IntakeWay): Promise<ChangeResult> {
  const rig = browser.rig();
  return askRig(rig)('backup.takeIn', { file: await handIn(rig, text), passphrase: null, way });
}

async function expectStanding(
  { faults }: NoteWorld,
  side: Side,
  wanted: ReadonlyMap<string, NoteFields>,
  after: string,
  others?: Side,
): Promise<void> {
  const { notes } = await readAll(side);
  side.model.replaced(notes, others?.model);
  const standing = side.model.standing();
  const isSame =
    standing.size === wanted.size &&
    [...wanted].every(([loan, fields]) => {
      const now = standing.get(loan);
      return now !== undefined && isSameFields(now, fields);
    });
  if (!isSame) faults.push(`after ${after} the notes are not those that were wanted`);
}

/** What may come of a merge: one side as it was where the other knew it, or nothing lost of both. A removal needs one. */
function isMergeOf(now?: NoteFields, mine?: NoteFields, other?: NoteFields): boolean {
  if (now === undefined) return mine === undefined || other === undefined;
  if ([mine, other].some((side) => side !== undefined && isSameFields(side, now))) return true;
  return (
    mine !== undefined &&
    other !== undefined &&
    [mine, other].some((side) => now.text.includes(side.text)) &&
    [...mine.tags, ...other.tags].some((tag) => now.tags.includes(tag)) ===
      [...now.tags].some((tag) => mine.tags.includes(tag) || other.tags.includes(tag))
  );
}

function pickWay({ sides: [one, other], random }: NoteWorld): { from: Side; to: Side } {
  return random() < 0.5 ? { from: one, to: other } : { from: other, to: one };
}
