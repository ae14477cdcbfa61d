import type { TaughtPage } from '#lib/views/taught-page.ts';
import type { StorageArea } from './preferences-store.ts';

/**
 * The pages that a person taught, read straight from where the preferences are kept: for a page at an unknown address, which
 * is to wake nobody. Nothing is checked here again: what is kept was checked when it was kept.
 */
export async function readTaughtPages(area: Pick<StorageArea, 'get'>): Promise<readonly TaughtPage[]> {
  const { preferences } = (await area.get('preferences')) as {
    preferences?: { taughtPages?: readonly TaughtPage[] };
  };
  return preferences?.taughtPages ?? [];
}
