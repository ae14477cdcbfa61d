import type { Clock } from '#lib/base/clock.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { ManyNotesProtocol, RetagResult } from '#lib/messages/many-notes-protocol.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import { planManyChanges, type ManyOutcome } from '#lib/notes/change-many.ts';
import type { BrowserId, Stamp } from '#lib/notes/note-clock.ts';
import { describeMove, planMove, type MoveCounts, type NotesMove } from '#lib/notes/move-notes.ts';
import { isEmpty } from '#lib/notes/note-fields.ts';
import { takePart } from '#lib/notes/part-notes.ts';
import { planRetag } from '#lib/notes/retag-notes.ts';
import type { KeptRepository } from '#lib/store/kept-repository.ts';
import type { NotesRepository } from '#lib/store/notes-repository.ts';

/** What changes of many notes need of the world around them. */
export interface ManyNotesPorts {
  clock: Clock;
  kept: Pick<KeptRepository, 'change' | 'readAll'>;
  notes: Pick<NotesRepository, 'list'>;
  /** The account of this id, or the active one. Throws `not-found`. */
  findAccount(id: string | null): Promise<AccountId>;
  readBrowserId(): Promise<BrowserId>;
  /** Preferences as they are kept, for the snapshot. */
  readPreferences(): Promise<unknown>;
  /** Tells open pages that notes changed. */
  changed(): Promise<void>;
}

/** What the background answers about many notes at once. */
export function createManyNotesHandlers(ports: ManyNotesPorts): Pick<Handlers, keyof ManyNotesProtocol> {
  const { clock, kept } = ports;
  const stamp = async (): Promise<Stamp> => ({ browser: await ports.readBrowserId(), now: clock.now() });
  const findMove = async (args: {
    from: string;
    to: string;
    loans: string[] | null;
  }): Promise<NotesMove> => ({
    from: await ports.findAccount(args.from),
    to: await ports.findAccount(args.to),
    loans: args.loans as NoteKey[] | null,
  });

  const retag = async (from: string, to: string | null): Promise<RetagResult> => {
    const [made, preferences] = await Promise.all([stamp(), ports.readPreferences()]);
    let notes = 0;
    const head = await kept.change('before-change', preferences, made.now, (standing) => {
      const plan = planRetag(standing, from, to, made);
      notes = plan.count;
      return { notes: plan.notes, tags: plan.tags, preferences: null };
    });
    await ports.changed();
    return { notes, undo: head?.id ?? null };
  };

  return {
    'notes.part': async ({ account, after }) => {
      const all = await ports.notes.list(await ports.findAccount(account));
      return takePart(
        all.filter((note) => note.removedAt === null || !isEmpty(note)),
        after,
      );
    },

    'tags.rename': ({ from, to }) => retag(from, to),
    'tags.remove': ({ name }) => retag(name, null),

    'notes.changeMany': async ({ account, notes, change }) => {
      const [id, made, preferences] = await Promise.all([
        ports.findAccount(account),
        stamp(),
        ports.readPreferences(),
      ]);
      let outcome: ManyOutcome | undefined;
      const head = await kept.change('before-change', preferences, made.now, (standing) => {
        const plan = planManyChanges(standing.notes, id, notes, change, made);
        ({ outcome } = plan);
        return { notes: plan.writes, tags: [], preferences: null };
      });
      await ports.changed();
      return { ...(outcome as ManyOutcome), undo: head?.id ?? null };
    },

    'notes.movePreview': async (args) => {
      const [move, made, standing] = await Promise.all([findMove(args), stamp(), kept.readAll()]);
      const { counts } = planMove(standing.notes, move, made);
      return { words: describeMove(counts), counts };
    },

    'notes.move': async (args) => {
      const [move, made, preferences] = await Promise.all([findMove(args), stamp(), ports.readPreferences()]);
      let counts: MoveCounts = { moved: 0, joined: 0, stay: 0 };
      const head = await kept.change('before-move', preferences, made.now, (standing) => {
        const plan = planMove(standing.notes, move, made);
        ({ counts } = plan);
        return { notes: plan.writes, tags: [], preferences: null };
      });
      await ports.changed();
      return { words: describeMove(counts), counts, undo: head?.id ?? null };
    },
  };
}
