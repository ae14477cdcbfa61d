import { describe, expect, it } from 'vitest';
import { createPreferencesStore, type StorageArea } from '#lib/store/preferences-store.ts';
import { changeCurrentView, chooseView, readCurrentView, saveViewAs } from '#lib/views/current-view.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { startView } from '#lib/views/shipped-views.ts';

function createArea(items: Record<string, unknown> = {}): StorageArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async (key) => (key in items ? { [key]: items[key] } : {}),
    set: async (added) => void Object.assign(items, structuredClone(added)),
  };
}

const read = (kept: unknown): Promise<Preferences> =>
  createPreferencesStore(createArea({ preferences: kept })).read();

describe('createPreferencesStore', () => {
  it('starts with the defaults and remembers what is changed', async () => {
    const area = createArea();
    const store = createPreferencesStore(area);
    expect(await store.read()).toEqual(defaultPreferences);
    await store.change({ overlay: false });
    expect(area.items['preferences']).toMatchObject({ version: 2 });
    expect(await createPreferencesStore(area).read()).toEqual({ ...defaultPreferences, overlay: false });
  });

  it('remembers views, the current one, and what is not saved of it', async () => {
    const area = createArea();
    const store = createPreferencesStore(area);
    const saved = saveViewAs(defaultPreferences, startView, 'Mine') as Pick<Preferences, 'views' | 'current'>;
    await store.change(saved);
    const changed = changeCurrentView(await store.read(), () => ({
      sort: [{ column: 'discount', descending: false }],
    }));
    await store.change(changed);
    const kept = await createPreferencesStore(area).read();
    expect(kept).toEqual({ ...defaultPreferences, ...saved, ...changed });
    expect(readCurrentView(kept).sort).toEqual([{ column: 'discount', descending: false }]);
  });

  it('keeps the other parts when one cannot be read', async () => {
    const kept = { version: 2, overlay: false, filter: 'nonsense', views: 3, current: null, added: 1 };
    expect(await read(kept)).toEqual({ ...defaultPreferences, overlay: false });
  });

  it('keeps the other views when one cannot be read, and the choice when its changes cannot', async () => {
    const view = { ...readCurrentView(defaultPreferences), id: 'own-2', name: 'Mine' };
    const views = [{ ...view, id: 'own-1', filters: 'nonsense' }, view];
    const current = { id: 'own-2', changed: { ...view, sort: 7 } };
    expect(await read({ version: 2, views, current })).toMatchObject({
      views: [{ id: 'own-2', name: 'Mine' }],
      current: { id: 'own-2', changed: null },
    });
  });

  it('changes nothing when a value is not acceptable', async () => {
    const area = createArea();
    const filter = {
      id: 'long',
      name: '',
      formula: 'x'.repeat(3000),
      effect: { do: 'fade' },
      on: true,
    } as const;
    const change = changeCurrentView(defaultPreferences, () => ({ filters: [filter] }));
    await expect(createPreferencesStore(area).change(change)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(area.items).toEqual({});
  });
});

describe('preferences of the first version', () => {
  const first = {
    overlay: false,
    columns: { on: false, shown: ['daysLate', 'formula', 'discount'] },
    formulaColumn: { title: 'Mine', formula: 'price * 2' },
    filter: { on: false, formula: 'discount < 0', effect: 'hide' },
    sort: { column: 'formula', descending: true },
    notes: { on: false },
  };

  it('become the first view of the person’s own, with nothing lost', async () => {
    const kept = await read(first);
    const view = {
      id: 'own-1',
      name: 'My view',
      columns: [
        { id: 'daysLate', width: null },
        { id: 'formula', width: null },
        { id: 'discount', width: null },
      ],
      sort: [{ column: 'formula', descending: true }],
      filters: [{ id: 'filter-1', name: '', formula: 'discount < 0', effect: { do: 'hide' }, on: true }],
      formulaColumns: [{ id: 'formula', title: 'Mine', formula: 'price * 2', format: { as: 'auto' } }],
    };
    expect(kept).toEqual({
      ...defaultPreferences,
      overlay: false,
      columns: { on: false },
      filter: { on: false },
      notes: { on: false },
      views: [view],
      current: { id: 'own-1', changed: null },
    });
    expect(readCurrentView(kept)).toEqual(view);
  });

  it('stay as they are upgraded once something is changed', async () => {
    const area = createArea({ preferences: first });
    const before = await createPreferencesStore(area).read();
    await createPreferencesStore(area).change({ overlay: true });
    expect(await createPreferencesStore(area).read()).toEqual({ ...before, overlay: true });
    await createPreferencesStore(area).change(chooseView(startView.id));
    expect((await createPreferencesStore(area).read()).views).toEqual(before.views);
  });

  it('make no view of what was never chosen', async () => {
    const untouched = {
      ...first,
      columns: {
        on: true,
        shown: ['discount', 'yieldToMaturity', 'paymentsLeft', 'daysLate', 'shareOfTermPaid', 'formula'],
      },
      formulaColumn: { title: 'Payments / price', formula: 'future scheduled payments / price' },
      filter: { on: true, formula: '', effect: 'fade' },
      sort: null,
      notes: { on: true },
    };
    expect(await read(untouched)).toEqual({ ...defaultPreferences, overlay: false });
  });

  it('lose only the part that cannot be read', async () => {
    const kept = await read({ ...first, columns: { on: 1, shown: ['gone'] }, sort: 'up' });
    expect(kept).toMatchObject({ columns: { on: true }, filter: { on: false } });
    const view = readCurrentView(kept);
    expect(view).toMatchObject({ id: 'own-1', columns: startView.columns, sort: [] });
    expect(view.filters[0]?.formula).toBe('discount < 0');
    expect(view.formulaColumns[0]?.title).toBe('Mine');
  });
});
