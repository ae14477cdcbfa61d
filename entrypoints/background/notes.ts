import type { Clock } from '#lib/base/clock.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { NotesProtocol } from '#lib/messages/notes-protocol.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import type { BrowserId, Stamp } from '#lib/notes/note-clock.ts';
import type { NotePlace } from '#lib/notes/note.ts';
import { isEmpty } from '#lib/notes/note-fields.ts';
import type { DraftsRepository } from '#lib/store/drafts-repository.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';
import type { TagsRepository } from '#lib/store/tags-repository.ts';
import type { NoteFinder } from './find-notes.ts';

/** What notes need of the world around them. */
export interface NotesPorts {
  clock: Clock;
  notes: NotesRepository;
  drafts: DraftsRepository;
  tags: TagsRepository;
  finder: NoteFinder;
  /** The account of this id, or the active one. Throws `not-found`. */
  findAccount(id: string | null): Promise<AccountId>;
  readBrowserId(): Promise<BrowserId>;
  /** Whether an editor stands open in a tab at this moment. */
  isEditorOpen(tab: number, editor: string): Promise<boolean>;
  /** Tells open pages that notes or tags changed. */
  changed(): Promise<void>;
}

/** What the background answers about notes and tags. It is the only writer; nothing is held in memory. */
export function createNotesHandlers(ports: NotesPorts): Pick<Handlers, keyof NotesProtocol> {
  const { clock, notes, drafts, tags, finder } = ports;
  const placeOf = async (name: { account: string | null; loan: string }): Promise<NotePlace> => ({
    account: await ports.findAccount(name.account),
    loan: name.loan as NoteKey,
  });
  const stamp = async (): Promise<Stamp> => ({ browser: await ports.readBrowserId(), now: clock.now() });
  const changing = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    finder.forget();
    await ports.changed();
    return result;
  };

  return {
    'notes.save': async ({ account, loan, revision, editor, ...draft }) =>
      changing(notes.save(await placeOf({ account, loan }), draft, revision, await stamp(), editor)),
    'notes.remove': async ({ revision, editor, ...name }) => {
      await changing(notes.remove(await placeOf(name), revision, await stamp(), editor));
      return null;
    },
    'notes.bringBack': async (name) => changing(notes.bringBack(await placeOf(name), await stamp())),
    'notes.history': async (name) => notes.history(await placeOf(name)),
    'notes.list': async ({ account }) => {
      const all = await notes.list(await ports.findAccount(account));
      return all.filter((note) => note.removedAt === null || !isEmpty(note));
    },
    'notes.draft': async ({ account, loan, revision, editor, ...draft }, { tabId }) => {
      const place = await placeOf({ account, loan });
      await drafts.keep({ ...place, editor, draft, revision, tab: tabId ?? null, at: clock.now() });
      return null;
    },
    'notes.dropDraft': async ({ editor }) => {
      await drafts.drop(editor);
      return null;
    },
    'notes.drafts': async () => {
      const all = await drafts.list();
      const living = await Promise.all(
        all.map(async ({ tab = null, editor }) => tab !== null && ports.isEditorOpen(tab, editor)),
      );
      return all.filter((_, i) => living[i] === false);
    },
    'notes.read': async (name) => {
      const { account, loan } = await placeOf(name);
      return { account, note: (await notes.read(account, [loan])).get(loan) ?? null };
    },
    'notes.find': async ({ words }) => finder.find(await ports.findAccount(null), words),
    'tags.list': () => tags.list(),
    'tags.save': async (tag) => {
      await changing(tags.save(tag, clock.now()));
      return null;
    },
  };
}
