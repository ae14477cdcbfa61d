import { draftMs, type StoredDraft } from '#lib/notes/stored-draft.ts';
import { toStorageError, type Database } from './database.ts';

/** What stands in editors, on disk. */
export interface DraftsRepository {
  /**
   * Resolves once written. Not with strict durability: a draft comes with each pause in typing, and must outlive a crash
   * of the browser, not of the machine. Throws `disk-full`, `storage`.
   */
  keep(draft: StoredDraft): Promise<void>;
  drop(editor: string): Promise<void>;
  /** All drafts, the newest first. */
  list(): Promise<StoredDraft[]>;
  /** Drops those that nobody came back for. */
  dropOld(now: number): Promise<void>;
}

/** @param open gives the database */
export function createDraftsRepository(open: () => Promise<Database>): DraftsRepository {
  const list = async (): Promise<StoredDraft[]> =>
    (await (await open()).getAll('drafts')).toSorted((a, b) => b.at - a.at);
  const write = async (work: (database: Database) => Promise<unknown>): Promise<void> => {
    try {
      await work(await open());
    } catch (error) {
      throw toStorageError(error);
    }
  };
  return {
    keep: (draft) => write((database) => database.put('drafts', draft)),
    drop: (editor) => write((database) => database.delete('drafts', editor)),
    list,
    async dropOld(now) {
      const old = (await list()).filter(({ at }) => now - at > draftMs);
      await write((database) => Promise.all(old.map(({ editor }) => database.delete('drafts', editor))));
    },
  };
}
