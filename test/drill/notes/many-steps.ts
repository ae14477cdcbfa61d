import { isEmpty, isSameFields } from '#lib/notes/note-fields.ts';
import { noteColours, noteLimits, noteMarks, noteRatings, type NoteFields } from '#lib/notes/note.ts';
import type { ManyChange } from '#lib/notes/change-many.ts';
import type { NoteStep } from './note-steps.ts';
import { ask, readAll, type NoteWorld, type Side } from './note-world.ts';

type Standing = ReadonlyMap<string, NoteFields>;

/** A tag is renamed everywhere, joined with another, or taken off everywhere. */
export const renameTag: NoteStep = async (world) => {
  const side = world.pick(world.sides);
  const before = side.model.standing();
  const from = world.pick([...new Set([...before.values()].flatMap(({ tags }) => tags)), 'nowhere']);
  const to = world.random() < 0.2 ? null : `t${Math.floor(world.random() * 12)}`;
  const wanted = mapAll(before, (fields) => ({
    ...fields,
    tags: [...new Set(fields.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag)))],
  }));
  await changeAll(world, side, 'a tag’s new name', wanted, () =>
    to === null ? ask(side, 'tags.remove', { name: from }) : ask(side, 'tags.rename', { from, to }),
  );
};

/** One change is made to many notes. */
export const changeMany: NoteStep = async (world) => {
  const side = world.pick(world.sides);
  const before = side.model.standing();
  const change = pickChange(world);
  const { notes } = await readAll(side);
  const isBack = change.make === 'bring-back';
  const meant = notes.filter((note) => (note.removedAt !== null) === isBack && world.random() < 0.06);
  const wanted = new Map(before);
  for (const note of meant) {
    const fields = makeChange(change, note);
    if (fields === null) wanted.delete(note.loan);
    else wanted.set(note.loan, fields);
  }
  const seen = meant.map(({ loan, revision }) => ({ loan, revision }));
  await changeAll(world, side, `${change.make} on many notes`, wanted, () =>
    ask(side, 'notes.changeMany', { account: null, notes: seen, change }),
  );
};

/** Notes are moved to another account, and back. */
export const moveNotes: NoteStep = async (world) => {
  const side = world.pick(world.sides);
  const { accounts } = side.browser.rig();
  const from = await accounts.active();
  const to = side.otherAccount;
  await accounts.adopt([{ id: to, label: 'Another account' }]);
  // What was left there by the way back to a snapshot comes home first.
  await ask(side, 'notes.move', { from: to, to: from, loans: null });
  side.model.replaced((await readAll(side)).notes);
  const before = side.model.standing();
  const loans = [...before.keys()].filter(() => world.random() < 0.08);
  const left = new Map([...before].filter(([loan]) => !loans.includes(loan)));
  const isThere = await changeAll(world, side, 'notes went to another account', left, () =>
    ask(side, 'notes.move', { from, to, loans }),
  );
  if (!isThere) return;
  const moved = await ask(side, 'notes.list', { account: to });
  for (const loan of loans) {
    const note = moved.find((one) => one.loan === loan && one.removedAt === null);
    if (note === undefined || !isSameFields(note, before.get(loan) ?? note))
      world.faults.push(`${loan} is not what went to the other account`);
  }
  await ask(side, 'notes.move', { from: to, to: from, loans: null });
  await expectOneOf(world, side, 'notes came back from another account', [before]);
};

/**
 * Does something that changes many notes, and now and then ends the background in the middle or fills the disk: all of
 * it is there then, or nothing. Gives whether it is.
 */
async function changeAll(
  world: NoteWorld,
  side: Side,
  what: string,
  wanted: Standing,
  act: () => Promise<unknown>,
): Promise<boolean> {
  const before = side.model.standing();
  const dice = world.random();
  side.browser.setFull(dice < 0.1);
  const acting = act().then(
    () => true,
    () => false,
  );
  if (dice > 0.8) {
    for (let turn = Math.floor(world.random() * 30); turn > 0; turn--) await new Promise(setImmediate);
    side.browser.killBackground();
  }
  const isTold = await acting;
  side.browser.setFull(false);
  if (!isTold && dice >= 0.1 && dice <= 0.8) world.faults.push(`${what}: it was refused`);
  const found = await expectOneOf(world, side, what, isTold ? [wanted] : [wanted, before]);
  return found === wanted;
}

async function expectOneOf(
  { faults }: NoteWorld,
  side: Side,
  what: string,
  possible: readonly Standing[],
): Promise<Standing | undefined> {
  const { notes } = await readAll(side);
  const standing = notes.filter(({ removedAt }) => removedAt === null);
  const found = possible.find(
    (those) =>
      standing.length === those.size &&
      standing.every((note) => isSameFields(note, those.get(note.loan) ?? { ...note, text: '\0' })),
  );
  if (found === undefined) faults.push(`after ${what} the notes are not those that were wanted`);
  side.model.replaced(notes);
  for (const [loan, fields] of found ?? []) side.model.wrote(loan, fields);
  return found;
}

function mapAll(standing: Standing, change: (fields: NoteFields) => NoteFields): Standing {
  return new Map([...standing].map(([loan, fields]) => [loan, change(fields)]));
}

function pickChange({ random, pick }: NoteWorld): ManyChange {
  const tag = `t${Math.floor(random() * 12)}`;
  return pick<ManyChange>([
    { make: 'add-tag', tag },
    { make: 'remove-tag', tag },
    { make: 'set-mark', mark: pick(noteMarks) },
    { make: 'set-colour', colour: pick(noteColours) },
    { make: 'set-rating', rating: pick([null, ...noteRatings]) },
    { make: 'remove' },
    { make: 'bring-back' },
  ]);
}

/** What a change makes of a note, worked out a second time; null when it is gone. */
function makeChange(change: ManyChange, note: NoteFields): NoteFields | null {
  const { text, colour, tags, mark, rating } = note;
  const fields = { text, colour, tags, mark, rating };
  switch (change.make) {
    case 'add-tag':
      return tags.includes(change.tag) || tags.length >= noteLimits.tags
        ? fields
        : { ...fields, tags: [...tags, change.tag] };
    case 'remove-tag':
      return { ...fields, tags: tags.filter((tag) => tag !== change.tag) };
    case 'set-mark':
      return { ...fields, mark: change.mark };
    case 'set-colour':
      return { ...fields, colour: change.colour };
    case 'set-rating':
      return { ...fields, rating: change.rating };
    case 'remove':
      return null;
    case 'bring-back':
      return isEmpty(fields) ? null : fields;
  }
}
