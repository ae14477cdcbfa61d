import type { Arguments, Result } from '#lib/messages/protocol.ts';
import type { ManyNotesProtocol } from '#lib/messages/many-notes-protocol.ts';
import type { NotesProtocol } from '#lib/messages/notes-protocol.ts';
import type { BackupProtocol } from '#lib/messages/backup-protocol.ts';
import type { SenderPlace } from '#lib/messages/serve.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { historyLimits } from '#lib/notes/note-history.ts';
import type { NoteFields, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { createNoteBrowser, type NoteBrowser } from './note-browser.ts';
import { writeOldVersion } from './old-version.ts';
import { createPlainModel, type PlainModel } from './plain-model.ts';

type Asked = keyof NotesProtocol | keyof ManyNotesProtocol | keyof BackupProtocol;

/** A tab: what it has seen of each note, which may be long ago. */
export interface Tab {
  side: Side;
  seen: Map<string, { revision: number; fields: NoteFields }>;
}

/** A browser beside what it must hold. */
export interface Side {
  browser: NoteBrowser;
  model: PlainModel;
  account: string;
  /** Another account of this browser, which notes are moved to and back. */
  otherAccount: AccountId;
  /** Notes whose history came near its limit, at which versions that stood for moments are dropped by design. */
  thinned: Set<string>;
}

/** Two browsers, their tabs, and chance. */
export interface NoteWorld {
  sides: readonly [Side, Side];
  tabs: readonly Tab[];
  random: () => number;
  pick: <Item>(list: readonly Item[]) => Item;
  clock: { now(): number; pass(ms: number): void };
  counts: Record<string, number>;
  faults: string[];
}

/** So many that a thousand steps bring few histories to their limit. */
export const loanCount = 200;
const place: SenderPlace = { tabId: undefined, frameId: undefined };

/** Starts two browsers from two of the older versions, as the seed has it, each with notes that were saved by them. */
export async function createNoteWorld(seed: number): Promise<NoteWorld> {
  const random = createSeededRandom(seed);
  let now = 1_700_000_000_000;
  const clock = {
    now: () => (now += 1),
    pass(ms: number) {
      now += Math.round(ms);
    },
  };
  // One person: both browsers know the same accounts. That files match accounts of different ids is tested elsewhere.
  const account = crypto.randomUUID();
  const otherAccount = crypto.randomUUID() as AccountId;
  const createSide = async (version: 1 | 2 | 3): Promise<Side> => {
    const name = crypto.randomUUID();
    const old = [1, 2, 3].map((at) => {
      const { colour, tags } = emptyFields;
      return {
        loan: `loan:${version * 10 + at}` as LoanKey,
        text: `of version ${version}, ${at}`,
        colour,
        tags,
      };
    });
    await writeOldVersion(name, version, account, old);
    const model = createPlainModel();
    for (const { loan, ...written } of old) {
      const fields = { ...emptyFields, ...written };
      model.saved(loan, 0, fields, { ...fields, loan, revision: 1, createdAt: 1, changedAt: 1 });
    }
    return {
      browser: createNoteBrowser(name, clock, () => random() < 0.5),
      model,
      account,
      otherAccount,
      thinned: new Set(),
    };
  };
  const versions = [1, 2, 3] as const;
  const [one, other] = [versions[seed % 3] ?? 1, versions[(seed + 1) % 3] ?? 2];
  const sides = [await createSide(one), await createSide(other)] as const;
  const [first, second] = sides;
  return {
    sides,
    tabs: [first, first, first, second].map((side) => ({ side, seen: new Map() })),
    random,
    pick: <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item,
    clock,
    counts: {},
    faults: [],
  };
}

/** Sends one message to the background that lives now. */
export function ask<Name extends Asked>(
  side: Side,
  name: Name,
  args: Arguments<Name>,
): Promise<Result<Name>> {
  const handle = side.browser.rig().ask[name] as unknown as (
    all: Arguments<Name>,
    from: SenderPlace,
  ) => Promise<Result<Name>>;
  // A background that dies may throw before it promises anything.
  return new Promise((resolve) => resolve(handle(args, place)));
}

/** All notes of a browser's account with all their past, as its background tells them. */
export async function readAll(
  side: Side,
  account: string | null = null,
): Promise<{ notes: StoredNote[]; versions: NoteVersion[] }> {
  const notes = await ask(side, 'notes.list', { account });
  const versions = await Promise.all(notes.map(({ loan }) => ask(side, 'notes.history', { account, loan })));
  return { notes, versions: versions.flat() };
}

/** Notes what is wrong between a browser and its model. */
export async function check(world: NoteWorld, side: Side, when: string): Promise<void> {
  const { notes, versions } = await readAll(side);
  // Going back to a snapshot may have brought notes back to the other account, with their past.
  await side.browser.rig().accounts.adopt([{ id: side.otherAccount, label: 'Another account' }]);
  const there = await readAll(side, side.otherAccount);
  const kept = [...versions, ...there.notes, ...there.versions];
  for (const { loan, history } of [...notes, ...there.notes])
    if (history.versions >= historyLimits.versions * 0.75) side.thinned.add(loan);
  for (const fault of side.model.check(notes, kept, side.thinned))
    world.faults.push(`after ${when}: ${fault}`);
}
