import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { Note, NoteDraft, StoredNote } from '#lib/notes/note.ts';
import { removeNote, reviseNote, visible, type NotePlace } from '#lib/notes/revise.ts';
import { toStorageError, type Database } from './database.ts';

/** The notes on disk. The background is its only user. */
export interface NotesRepository {
  /** The account's notes that stand for these loans; a loan without one is left out. */
  read(account: AccountId, loans: Iterable<LoanKey>): Promise<Map<LoanKey, Note>>;
  /** Resolves once the note is on disk. Throws `revision-conflict`, `disk-full`, `storage`. */
  save(place: NotePlace, draft: NoteDraft, seen: number, now: number): Promise<Note>;
  /** Resolves once the removal is on disk; no note there is no error. Throws as `save`. */
  remove(place: NotePlace, seen: number, now: number): Promise<void>;
}

/** @param open gives the database */
export function createNotesRepository(open: () => Promise<Database>): NotesRepository {
  return {
    async read(account, loans) {
      const found = new Map<LoanKey, Note>();
      const database = await open();
      const { store } = database.transaction('notes');
      await Promise.all(
        [...new Set(loans)].map(async (loan) => {
          const stored = await store.get([account, loan]);
          if (stored !== undefined && stored.removedAt === null) found.set(loan, visible(stored));
        }),
      );
      return found;
    },

    save: (place, draft, seen, now) =>
      commit(open, async (store) => {
        const note = reviseNote(await store.get([place.account, place.loan]), place, draft, seen, now);
        await store.put(note);
        return visible(note);
      }),

    remove: (place, seen, now) =>
      commit(open, async (store) => {
        const removed = removeNote(await store.get([place.account, place.loan]), seen, now);
        if (removed !== undefined) await store.put(removed);
      }),
  };
}

interface NotesStore {
  get(key: [account: string, loan: string]): Promise<StoredNote | undefined>;
  put(note: StoredNote): Promise<unknown>;
}

// Strict durability: the browser reports the commit only once the operating system has written it out.
async function commit<T>(
  open: () => Promise<Database>,
  change: (store: NotesStore) => Promise<T>,
): Promise<T> {
  try {
    const database = await open();
    const transaction = database.transaction('notes', 'readwrite', { durability: 'strict' });
    // The outcome of the transaction is awaited below; without this a refused change would also report here.
    transaction.done.catch(() => undefined);
    const result = await change(transaction.store).catch((error: unknown) => {
      transaction.abort();
      throw error;
    });
    await transaction.done;
    return result;
  } catch (error) {
    throw toStorageError(error);
  }
}
