import { AppError } from '#lib/base/app-error.ts';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { Stamp } from '#lib/notes/note-clock.ts';
import type { Note, NoteDraft, NoteFields, NotePlace, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import { bringBackNote, emptyRemoved, removeNote, reviseNote, visible } from '#lib/notes/revise.ts';
import type { Database } from './database.ts';
import { bareNote, historyOf, listRecent, replaceNote } from './keep-history.ts';
import { createKnownNotes, isAsKnown } from './known-notes.ts';
import type { KeptNote } from './notes-schema.ts';
import { writeStrictly, type Writing } from './write-strictly.ts';

/** The notes on disk. The background is its only user. */
export interface NotesRepository {
  /** The account's notes that stand on these; what has none is left out. */
  read(account: AccountId, keys: Iterable<NoteKey>): Promise<Map<NoteKey, Note>>;
  /** All of the account's notes, removed ones included as long as their text is kept. */
  list(account: AccountId): Promise<StoredNote[]>;
  /** What the note once was, the oldest first; the note as it stands is not among it. */
  history(place: NotePlace): Promise<NoteVersion[]>;
  /**
   * Resolves once the note is on disk, and with it the end of the editor's draft. What another save changed meanwhile is
   * merged by field. Throws `revision-conflict`, `disk-full`, `storage`; then nothing was changed.
   */
  save(place: NotePlace, draft: NoteDraft, seen: number, stamp: Stamp, editor?: string): Promise<Note>;
  /** Resolves once the removal is on disk; no note there is no error. Throws as `save`. */
  remove(place: NotePlace, seen: number, stamp: Stamp, editor?: string): Promise<void>;
  /** Resolves once the removed note stands again. Throws `not-found`, and as `save`. */
  bringBack(place: NotePlace, stamp: Stamp): Promise<Note>;
  /** Empties what was removed more than 30 days ago, and tells how many notes that were. */
  emptyOld(now: number): Promise<number>;
}

/** @param open gives the database */
export function createNotesRepository(open: () => Promise<Database>): NotesRepository {
  const known = createKnownNotes();
  const change = async (
    place: NotePlace,
    editor: string | undefined,
    revise: Revise,
  ): Promise<KeptNote | undefined> => {
    const record = await writeStrictly(open, stores, async (transaction, later) => {
      const kept = await transaction.objectStore('notes').get([place.account, place.loan]);
      const revised = await revise(kept, transaction);
      if (editor !== undefined) later(transaction.objectStore('drafts').delete(editor));
      return revised === undefined ? undefined : replaceNote(transaction, later, kept, revised);
    });
    if (record !== undefined) known.set(place, record);
    return record;
  };
  /** Saves over a note that is taken to be on disk as guessed. Undefined when it was not; then nothing was changed. */
  const saveOver = async (
    guess: KeptNote | null,
    place: NotePlace,
    editor: string | undefined,
    revised: StoredNote,
  ): Promise<KeptNote | undefined> => {
    let isRight = true;
    try {
      const record = await writeStrictly(open, stores, async (transaction, later) => {
        const reading = transaction.objectStore('notes').get([place.account, place.loan]);
        // What it throws is met below; nobody else is to hear of it.
        reading.catch(() => undefined);
        const written = await replaceNote(transaction, later, guess ?? undefined, revised);
        if (editor !== undefined) later(transaction.objectStore('drafts').delete(editor));
        isRight = isAsKnown(guess, await reading);
        if (!isRight) throw new AppError('conflict', 'The note is another by now.');
        return written;
      });
      known.set(place, record);
      return record;
    } catch (error) {
      if (isRight) throw error;
      return undefined;
    }
  };

  return {
    async read(account, keys) {
      const found = new Map<NoteKey, Note>();
      const database = await open();
      const { store } = database.transaction('notes');
      await Promise.all(
        [...new Set(keys)].map(async (loan) => {
          const stored = await store.get([account, loan]);
          known.set({ account, loan }, stored);
          if (stored !== undefined && stored.removedAt === null) found.set(loan, visible(stored));
        }),
      );
      return found;
    },

    async list(account) {
      const kept = await (await open()).getAll('notes', IDBKeyRange.bound([account], [account, []]));
      return kept.map(bareNote);
    },

    async history(place) {
      const transaction = (await open()).transaction(['notes', 'note-versions']);
      const [kept, beside] = await Promise.all([
        transaction.objectStore('notes').get([place.account, place.loan]),
        transaction.objectStore('note-versions').getAll(historyOf(place)),
      ]);
      return kept === undefined ? beside : [...beside, ...listRecent(kept)];
    },

    async save(place, draft, seen, stamp, editor) {
      const guess = known.get(place);
      if (guess !== undefined && seen === (guess === null || guess.removedAt !== null ? 0 : guess.revision)) {
        const revised = reviseNote(guess ?? undefined, place, draft, seen, stamp);
        const record = await saveOver(guess, place, editor, revised);
        if (record !== undefined) return visible(record);
      }
      const note = await change(place, editor, async (standing, transaction) => {
        const base = await readBase(transaction, standing, seen);
        return reviseNote(standing, place, draft, seen, stamp, base);
      });
      return visible(note as StoredNote);
    },

    async remove(place, seen, stamp, editor) {
      await change(place, editor, (standing) => removeNote(standing, seen, stamp));
    },

    async bringBack(place, stamp) {
      return visible(
        (await change(place, undefined, (standing) => bringBackNote(standing, stamp))) as StoredNote,
      );
    },

    emptyOld: (now) =>
      writeStrictly(open, stores, async (transaction) => {
        const notes = transaction.objectStore('notes');
        let emptied = 0;
        for (const standing of await notes.getAll()) {
          const bare = emptyRemoved(standing, now);
          if (bare === undefined) continue;
          await Promise.all([
            notes.put(bareNote(bare)),
            transaction.objectStore('note-versions').delete(historyOf(standing)),
          ]);
          emptied += 1;
        }
        return emptied;
      }),
  };
}

type Revise = (
  standing: KeptNote | undefined,
  transaction: Writing<typeof stores>,
) => Promise<StoredNote | undefined> | StoredNote | undefined;

const stores = ['notes', 'note-versions', 'drafts'] as const;

/** The note as the person saw it, where it is not the one that stands. */
async function readBase(
  transaction: Writing<typeof stores>,
  standing: KeptNote | undefined,
  seen: number,
): Promise<NoteFields | undefined> {
  if (standing === undefined || seen === 0 || seen === standing.revision) return undefined;
  const recent = standing.recent?.find(({ revision }) => revision === seen);
  return recent ?? transaction.objectStore('note-versions').get([standing.account, standing.loan, seen]);
}
