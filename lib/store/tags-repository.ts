import { AppError } from '#lib/base/app-error.ts';
import { listTagUses, tagLimits, type Tag, type TagUse } from '#lib/notes/tag.ts';
import type { Database } from './database.ts';
import { writeStrictly } from './write-strictly.ts';

/** The tags on disk. */
export interface TagsRepository {
  /** All tags, on record or only on notes. */
  list(): Promise<TagUse[]>;
  /** Throws `invalid-input` when there are too many, `disk-full`, `storage`. */
  save(tag: Tag, now: number): Promise<void>;
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
  };
}
