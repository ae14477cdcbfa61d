import { describe, expect, it } from 'vitest';
import { createPreferencesStore, type StorageArea } from '#lib/store/preferences-store.ts';
import { readTaughtPages } from '#lib/store/taught-pages.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

const page: TaughtPage = {
  id: 'one',
  host: 'www.bondora.com',
  path: '/loans',
  kind: 'investments',
  headers: ['Loan', 'Rate'],
  columns: [{ header: 'Rate', nth: 0, fields: ['interest'] }],
  decimal: null,
  dates: null,
  taughtAt: 1,
};

function createArea(): StorageArea {
  const kept: Record<string, unknown> = {};
  return {
    get: (key) => Promise.resolve(structuredClone(key in kept ? { [key]: kept[key] } : {})),
    set: (items) => Promise.resolve(void Object.assign(kept, structuredClone(items))),
  };
}

describe('pages that were taught, as a page reads them without waking anybody', () => {
  it('are those that the preferences keep', async () => {
    const area = createArea();
    await createPreferencesStore(area).change({ taughtPages: [page] });
    expect(await readTaughtPages(area)).toEqual([page]);
  });

  it('are none before anything was chosen, and in preferences of an older version', async () => {
    const area = createArea();
    expect(await readTaughtPages(area)).toEqual([]);
    await area.set({ preferences: { version: 2, overlay: true } });
    expect(await readTaughtPages(area)).toEqual([]);
  });
});
