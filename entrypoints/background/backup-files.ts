import { AppError } from '#lib/base/app-error.ts';
import { longestFile, splitText } from '#lib/backup/file-parts.ts';
import type { HeldFile } from '#lib/messages/backup-protocol.ts';

/**
 * Files on their way between the background and a page of ours. They are held in memory only: on a full disk a backup must
 * still be had, and who asks has what it takes to begin again should the background end in between.
 */
export interface HeldFiles {
  /** Holds a text to be fetched. */
  offer(name: string, text: string): HeldFile;
  /** Throws `not-found` when the file is held no more. */
  part(id: string, part: number): string;
  /** Takes one part in. Throws `invalid-input` when the file is too long. */
  hand(handed: { id: string; part: number; parts: number; text: string }): void;
  /** The whole text. Throws `not-found` when it is not there, or not all of it. */
  read(id: string): string;
  drop(id: string): void;
}

// One goes out while another comes in; what was left behind goes.
const most = 2;

export function createHeldFiles(): HeldFiles {
  const files = new Map<string, (string | undefined)[]>();
  const hold = (id: string, parts: (string | undefined)[]): void => {
    files.delete(id);
    files.set(id, parts);
    for (const old of [...files.keys()].slice(0, -most)) files.delete(old);
  };
  const get = (id: string): (string | undefined)[] => {
    const parts = files.get(id);
    if (parts === undefined) throw createGone();
    return parts;
  };
  return {
    offer(name, text) {
      const id = crypto.randomUUID();
      const parts = splitText(text);
      hold(id, parts);
      return { id, name, parts: parts.length };
    },
    part(id, part) {
      const text = get(id)[part];
      if (text === undefined) throw createGone();
      return text;
    },
    hand({ id, part, parts, text }) {
      if (part === 0)
        hold(
          id,
          Array.from({ length: parts }, () => undefined),
        );
      const held = get(id);
      if (part >= held.length) throw createGone();
      held[part] = text;
      if (held.reduce((sum, one) => sum + (one?.length ?? 0), 0) <= longestFile) return;
      files.delete(id);
      throw new AppError('invalid-input', 'This file is too long for Bondlens. Nothing was changed.');
    },
    read(id) {
      const parts = get(id);
      if (parts.includes(undefined)) throw createGone();
      return parts.join('');
    },
    drop: (id) => void files.delete(id),
  };
}

function createGone(): AppError {
  return new AppError('not-found', 'The file was let go in between. Try again.');
}
