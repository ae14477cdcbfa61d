import type { AppError } from '#lib/base/app-error.ts';
import { joinTexts } from '#lib/notes/merge-fields.ts';
import { emptyFields, isSameFields, pickFields } from '#lib/notes/note-fields.ts';
import { noteColours, noteMarks, noteRatings, type Note, type NoteFields } from '#lib/notes/note.ts';
import { hostileTexts } from '#test/unit/notes/note-arbitraries.ts';
import { ask, check, loanCount, readAll, type NoteWorld, type Side, type Tab } from './note-world.ts';

/** One thing that happens. */
export type NoteStep = (world: NoteWorld) => Promise<void>;

/** A person saves in one tab, which may have seen an older version. */
export const save: NoteStep = async (world) => {
  await saveIn(world, world.pick(world.tabs), pickLoan(world));
};

/** Three tabs save the same note at the same moment. */
export const saveAtOnce: NoteStep = async (world) => {
  const loan = pickLoan(world);
  const tabs = world.tabs.slice(0, 3);
  const tries = await Promise.all(tabs.map((tab) => prepare(world, tab, loan)));
  const outcomes = await Promise.allSettled(tries.map((one) => send(one)));
  const done = outcomes.flatMap((outcome, i) => {
    const one = tries[i];
    return outcome.status === 'fulfilled' && one !== undefined ? [{ one, note: outcome.value }] : [];
  });
  // In the order in which the background took them.
  for (const { one, note } of done.toSorted((a, b) => a.note.revision - b.note.revision))
    acknowledge(world, one, note);
};

/** The background, or all of the browser, ends while a save is under way; nobody is told what became of it. */
export const saveAndDie: NoteStep = async (world) => {
  const tab = world.pick(world.tabs);
  const { browser, model } = tab.side;
  const one = await prepare(world, tab, pickLoan(world));
  const sending = send(one).then(
    (note) => note,
    () => undefined,
  );
  for (let turn = Math.floor(world.random() * 12); turn > 0; turn--) await new Promise(setImmediate);
  await (world.random() < 0.5 ? browser.restart() : browser.killBackground());
  const told = await sending;
  if (told !== undefined) return acknowledge(world, one, told);
  const { notes } = await readAll(tab.side);
  const note = notes.find(({ loan, removedAt }) => loan === one.loan && removedAt === null);
  const before = model.standing().get(one.loan);
  const isBefore =
    note === undefined ? before === undefined : before !== undefined && isSameFields(note, before);
  // Either it is as it was, or the save is there as a whole.
  if (!isBefore && note !== undefined) acknowledge(world, one, note);
};

/** What stands in an editor outlives the browser, and ends with the save. */
export const typeAndCrash: NoteStep = async (world) => {
  const tab = world.pick(world.tabs);
  const editor = crypto.randomUUID();
  const one = await prepare(world, tab, pickLoan(world));
  const about = { account: null, loan: one.loan, revision: one.seen };
  await ask(tab.side, 'notes.draft', { ...about, ...one.draft, editor });
  await tab.side.browser.restart();
  const draft = (await ask(tab.side, 'notes.drafts', {})).find((kept) => kept.editor === editor);
  if (draft?.draft.text !== one.draft.text) world.faults.push(`the draft of ${one.loan} is gone`);
  const note = await send(one, editor).catch(() => undefined);
  if (note !== undefined) acknowledge(world, one, note);
  const isLeft = (await ask(tab.side, 'notes.drafts', {})).some((kept) => kept.editor === editor);
  if (isLeft !== (note === undefined))
    world.faults.push(`the draft of ${one.loan} did not end with its save`);
};

/** The disk is full: the save is refused, nothing changes, and the text can be saved later. */
export const saveOnFullDisk: NoteStep = async (world) => {
  const tab = world.pick(world.tabs);
  const { browser } = tab.side;
  const one = await prepare(world, tab, pickLoan(world));
  const before = await browser.dump();
  browser.setFull(true);
  const code = await send(one).then(
    () => 'saved',
    (error: AppError) => error.code,
  );
  browser.setFull(false);
  if (code !== 'disk-full' && code !== 'revision-conflict')
    world.faults.push(`a full disk was told as ${code}`);
  if (before !== (await browser.dump())) world.faults.push('a full disk changed something');
  const note = await send(one).catch(() => undefined);
  if (note !== undefined) acknowledge(world, one, note);
};

/** A person deletes a note, and now and then brings it back. */
export const remove: NoteStep = async (world) => {
  const side = world.pick(world.sides);
  const [loan] = world.pick([...side.model.standing(), undefined]) ?? [];
  const { notes } = await readAll(side);
  const note = notes.find((one) => one.loan === loan);
  if (note === undefined) return;
  await ask(side, 'notes.remove', { account: null, loan: note.loan, revision: note.revision });
  side.model.removed(note.loan);
  if (world.random() < 0.5) return;
  await ask(side, 'notes.bringBack', { account: null, loan: note.loan });
  side.model.replaced((await readAll(side)).notes.filter((one) => one.loan === note.loan));
  if (!isSameFields(side.model.standing().get(note.loan) ?? emptyFields, note))
    world.faults.push(`${note.loan} did not come back as it was`);
};

interface Try {
  tab: Tab;
  loan: string;
  seen: number;
  draft: NoteFields;
}

/** What a person makes of what the tab shows. */
async function prepare(world: NoteWorld, tab: Tab, loan: string): Promise<Try> {
  if (world.random() < 0.5) await look(tab, loan);
  const shown = tab.seen.get(loan) ?? { revision: 0, fields: emptyFields };
  return { tab, loan, seen: shown.revision, draft: change(world, shown.fields) };
}

async function look(tab: Tab, loan: string): Promise<void> {
  const { notes } = await readAll(tab.side);
  const note = notes.find((one) => one.loan === loan && one.removedAt === null);
  if (note === undefined) tab.seen.delete(loan);
  else tab.seen.set(loan, { revision: note.revision, fields: pickFields(note) });
}

function change(world: NoteWorld, fields: NoteFields): NoteFields {
  const { random, pick, counts } = world;
  const written = (counts['words'] = (counts['words'] ?? 0) + 1);
  // The longest are for tests of their own: a thousand of them would only be slow.
  const odd = random() < 0.1 ? pick(hostileTexts).slice(0, 200) : '';
  return {
    // Nobody saves a note that says nothing: editors remove it then.
    text:
      fields.text === '' || random() < 0.6
        ? `${random() < 0.5 ? fields.text : ''} w${written} ${odd}`.slice(-2000)
        : fields.text,
    colour: random() < 0.2 ? pick(noteColours) : fields.colour,
    tags: random() < 0.3 ? [...new Set([...fields.tags.slice(-3), `t${written % 9}`])] : fields.tags,
    mark: random() < 0.2 ? pick(noteMarks) : fields.mark,
    rating: random() < 0.2 ? pick([null, ...noteRatings]) : fields.rating,
  };
}

function send({ tab, loan, seen, draft }: Try, editor?: string): Promise<Note> {
  const about = { account: null, loan, revision: seen, ...draft };
  return ask(tab.side, 'notes.save', editor === undefined ? about : { ...about, editor });
}

function acknowledge({ faults }: NoteWorld, { tab, loan, seen, draft }: Try, note: Note): void {
  tab.seen.set(loan, { revision: note.revision, fields: pickFields(note) });
  try {
    tab.side.model.saved(loan, seen, draft, note);
  } catch (error) {
    faults.push((error as Error).message);
  }
}

async function saveIn(world: NoteWorld, tab: Tab, loan: string): Promise<void> {
  const one = await prepare(world, tab, loan);
  try {
    acknowledge(world, one, await send(one));
  } catch (error) {
    const { code, data } = error as AppError;
    if (code !== 'revision-conflict') throw error;
    world.counts['choices'] = (world.counts['choices'] ?? 0) + 1;
    const current = (data['current'] as Note | null) ?? null;
    const theirs = current === null ? emptyFields : pickFields(current);
    // The person joins both, or keeps their own.
    const text = world.random() < 0.7 ? joinTexts(theirs.text, one.draft.text) : one.draft.text;
    const again = { ...one, seen: current?.revision ?? 0, draft: { ...theirs, text } };
    acknowledge(world, again, await send(again));
  }
}

function pickLoan({ random }: NoteWorld): string {
  return `loan:${1 + Math.floor(random() * loanCount)}`;
}

/** Both browsers hold what they must. */
export async function checkAll(world: NoteWorld, when: string): Promise<void> {
  for (const side of world.sides as readonly Side[]) await check(world, side, when);
}
