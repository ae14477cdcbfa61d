import type { LoanKey } from '#lib/loan/ids.ts';
import type { Note, NoteDraft } from '#lib/notes/note.ts';
import { removeNote, reviseNote, visible } from '#lib/notes/revise.ts';
import { toStorageError, type Database } from './database.ts';

/** The notes on disk. The background is its only user. */
export interface NotesRepository {
  /** The notes that stand for these loans; a loan without one is left out. */
  read(loans: Iterable<LoanKey>): Promise<Map<LoanKey, Note>>;
  /** Resolves once the note is on disk. Throws `revision-conflict`, `disk-full`, `storage`. */
  save(loan: LoanKey, draft: NoteDraft, seen: number, now: number): Promise<Note>;
  /** Resolves once the removal is on disk; no note there is no error. Throws as `save`. */
  remove(loan: LoanKey, seen: number, now: number): Promise<void>;
}

/** @param open gives the database */
export function createNotesRepository(open: () => Promise<Database>): NotesRepository {
  return {
    async read(loans) {
      const found = new Map<LoanKey, Note>();
      const database = await open();
      const { store } = database.transaction('notes');
      await Promise.all(
        [...new Set(loans)].map(async (loan) => {
          const stored = await store.get(loan);
          if (stored !== undefined && stored.removedAt === null) found.set(loan, visible(stored));
        }),
      );
      return found;
    },

    save: (loan, draft, seen, now) =>
      commit(open, async (store) => {
        const note = reviseNote(await store.get(loan), loan, draft, seen, now);
        await store.put(note);
        return visible(note);
      }),

    remove: (loan, seen, now) =>
      commit(open, async (store) => {
        const removed = removeNote(await store.get(loan), seen, now);
        if (removed !== undefined) await store.put(removed);
      }),
  };
}

interface NotesStore {
  get(loan: string): Promise<Parameters<typeof visible>[0] | undefined>;
  put(note: Parameters<typeof visible>[0]): Promise<string>;
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
