import type { Ask } from '#lib/messages/ask.ts';
import { addTaught, removeTaught } from '#lib/views/keep-taught.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

/** What was taught so far, as the background keeps it. */
export interface TaughtKeeper {
  /** What was taught of this address, the latest first, as it was last heard. */
  listAt(place: { host: string; path: string }): TaughtPage[];
  /** Whether anything is shown on Bondora's pages at all, as it was last heard. */
  isShown(): boolean;
  load(): Promise<void>;
  /** Keeps one more; false when there are too many. */
  add(page: TaughtPage): Promise<boolean>;
  remove(page: TaughtPage): Promise<void>;
}

/** Each change begins with what is kept at that moment, so that what another tab taught stays. */
export function createTaughtKeeper(ask: Ask): TaughtKeeper {
  let pages: readonly TaughtPage[] = [];
  let overlay = true;
  const load = async (): Promise<void> => {
    ({ overlay, taughtPages: pages } = await ask('preferences.get', {}));
  };
  const keep = async (next: TaughtPage[]): Promise<void> => {
    pages = (await ask('preferences.change', { taughtPages: next })).taughtPages;
  };
  return {
    listAt: ({ host, path }) => pages.filter((page) => page.host === host && page.path === path),
    isShown: () => overlay,
    load,
    async add(page) {
      await load();
      const next = addTaught(pages, page);
      if (next !== undefined) await keep(next);
      return next !== undefined;
    },
    async remove(page) {
      await load();
      await keep(removeTaught(pages, page.id));
    },
  };
}
