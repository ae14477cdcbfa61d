import type { AppError } from '#lib/base/app-error.ts';
import type { Ask } from '#lib/messages/ask.ts';
import { handFile } from '#lib/messages/hand-file.ts';

/** A text that the background works with, handed over when it is first needed. */
export interface HandedFile {
  /** Works with the text under its id in the background; should that have let it go, it is handed over again. */
  use<Result>(work: (id: string) => Promise<Result>): Promise<Result>;
  /** Lets the background forget it. */
  drop(): void;
}

export function createHandedFile(ask: Ask, text: string): HandedFile {
  let id: Promise<string> | undefined;
  return {
    async use(work) {
      try {
        return await work(await (id ??= handFile(ask, text)));
      } catch (error) {
        if ((error as AppError).code !== 'not-found') throw error;
        id = handFile(ask, text);
        return work(await id);
      }
    },
    drop() {
      // A background that is gone has forgotten it already.
      id?.then((held) => ask('files.drop', { id: held })).catch(() => undefined);
      id = undefined;
    },
  };
}
