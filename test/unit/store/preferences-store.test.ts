import { describe, expect, it } from 'vitest';
import { createPreferencesStore, type StorageArea } from '#lib/store/preferences-store.ts';
import { defaultPreferences } from '#lib/views/preferences.ts';

function createArea(items: Record<string, unknown> = {}): StorageArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async (key) => (key in items ? { [key]: items[key] } : {}),
    set: async (added) => void Object.assign(items, structuredClone(added)),
  };
}

describe('createPreferencesStore', () => {
  it('starts with the defaults and remembers what is changed', async () => {
    const area = createArea();
    const store = createPreferencesStore(area);
    expect(await store.read()).toEqual(defaultPreferences);
    await store.change({ overlay: false });
    expect(await createPreferencesStore(area).read()).toEqual({ ...defaultPreferences, overlay: false });
  });

  it('keeps the other parts when one cannot be read', async () => {
    const area = createArea({ preferences: { overlay: false, filter: 'nonsense', added: 1 } });
    expect(await createPreferencesStore(area).read()).toEqual({ ...defaultPreferences, overlay: false });
  });

  it('changes nothing when a value is not acceptable', async () => {
    const area = createArea();
    const filter = { on: true, formula: 'x'.repeat(3000), effect: 'fade' } as const;
    await expect(createPreferencesStore(area).change({ filter })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(area.items).toEqual({});
  });
});
