import { AppError } from '#lib/base/app-error.ts';
import type { Stamp } from '#lib/notes/note-clock.ts';
import { listTagUses, replaceTag, tagLimits, type StoredTag, type Tag, type TagUse } from '#lib/notes/tag.ts';
import type { Database } from './database.ts';
import { replaceNote } from './keep-history.ts';
import { writeStrictly, type Writing } from './write-strictly.ts';

/** The tags on disk, and on the notes. */
export interface TagsRepository {
  /** All tags, on record or only on notes. */
  list(): Promise<TagUse[]>;
  /** Throws `invalid-input` when there are too many, `disk-full`, `storage`. */
  save(tag: Tag, now: number): Promise<void>;
  /**
   * Renames a tag on record and on all notes of all accounts, or takes it off them when `to` is null: all or nothing. A
   * tag that already bears the name keeps its colour. Gives the number of notes that changed.
   */
  rename(from: string, to: string | null, stamp: Stamp): Promise<number>;
}

/** @param open gives the database */
export function createTagsRepository(open: () => Promise<Database>): TagsRepository {
  return {
    async list() {
      const transaction = (await open()).transaction(['tags', 'notes']);
      const [tags, notes] = await Promise.all([
        transaction.objectStore('tags').getAll(),
        transaction.objectStore('notes').getAll(),
      ]);
      return listTagUses(tags, notes);
    },

    save: ({ name, colour, isPreset }, now) =>
      writeStrictly(open, ['tags'], async (transaction) => {
        const tags = transaction.objectStore('tags');
        const [standing, count] = await Promise.all([tags.get(name), tags.count()]);
        if (standing === undefined && count >= tagLimits.tags)
          throw new AppError('invalid-input', `There are ${tagLimits.tags} tags at most.`);
        await tags.put({ name, colour, isPreset, changedAt: now, removedAt: null });
      }),

    rename: async (from, to, stamp) =>
      from === to
        ? 0
        : writeStrictly(open, ['tags', 'notes', 'note-versions'], async (transaction, later) => {
            await renameRecord(transaction, from, to, stamp.now);
            let changed = 0;
            for (const note of await transaction.objectStore('notes').getAll()) {
              const renamed = replaceTag(note, from, to, stamp);
              if (renamed === undefined) continue;
              await replaceNote(transaction, later, note, renamed);
              changed += note.removedAt === null ? 1 : 0;
            }
            return changed;
          }),
  };
}

async function renameRecord(
  transaction: Pick<Writing<['tags']>, 'objectStore'>,
  from: string,
  to: string | null,
  now: number,
): Promise<void> {
  const tags = transaction.objectStore('tags');
  const old = await tags.get(from);
  if (old === undefined || old.removedAt !== null) return;
  const gone: StoredTag = { ...old, changedAt: now, removedAt: now };
  const standing = to === null ? undefined : await tags.get(to);
  const isFree = standing === undefined || standing.removedAt !== null;
  await Promise.all([
    tags.put(gone),
    to !== null && isFree ? tags.put({ ...old, name: to, changedAt: now, removedAt: null }) : undefined,
  ]);
}
