import { toStorageError } from './database.ts';

/** Frees room on a full disk; gives false when there is nothing that could go. */
export type MakeRoom = () => Promise<boolean>;

/**
 * Runs a write of the mirror. On a full disk the mirror is trimmed once and the write tried again.
 * Throws `disk-full` when that does not help, and `storage`.
 */
export async function writeWithRoom<T>(work: () => Promise<T>, makeRoom: MakeRoom): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = toStorageError(cause);
    if (error.code !== 'disk-full') throw error;
    const hasFreed = await makeRoom().catch(() => false);
    if (!hasFreed) throw error;
    return work().catch((again: unknown) => {
      throw toStorageError(again);
    });
  }
}
