import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';
import { preferencesSchema } from '#lib/views/preferences-schema.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { preferencesVersion, upgradePreferences } from '#lib/views/upgrade-preferences.ts';

/** The part of `storage.local` that is used here. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface PreferencesStore {
  /** What the user chose; older versions are upgraded, parts that are missing or unreadable are the defaults. */
  read(): Promise<Preferences>;
  /** Replaces the named parts. Throws `invalid-input` and changes nothing when one is not acceptable. */
  change(parts: Partial<Preferences>): Promise<Preferences>;
}

const key = 'preferences';

/** @param area where the preferences are kept: `browser.storage.local` */
export function createPreferencesStore(area: StorageArea): PreferencesStore {
  const read = async (): Promise<Preferences> => {
    const kept = (await area.get(key))[key];
    return readPreferences(kept);
  };
  return {
    read,
    async change(parts) {
      const result = v.safeParse(preferencesSchema, { ...(await read()), ...parts });
      if (!result.success) throw new AppError('invalid-input', result.issues[0].message);
      await area.set({ [key]: filePreferences(result.output) });
      return result.output;
    },
  };
}

/** Preferences with their version, as they are kept. */
export function filePreferences(preferences: Preferences): object {
  return { version: preferencesVersion, ...preferences };
}

/**
 * Preferences of any version, as they were kept. Each part stands for itself, so that one that cannot be read does not take
 * the others with it.
 * @param otherwise the parts that are missing or unreadable
 */
export function readPreferences(kept: unknown, otherwise: Preferences = defaultPreferences): Preferences {
  const upgraded = upgradePreferences(kept);
  const parts = Object.entries(preferencesSchema.entries).map(([name, schema]) => {
    const result = v.safeParse(schema, upgraded[name]);
    return [name, result.success ? result.output : otherwise[name as keyof Preferences]];
  });
  return Object.fromEntries(parts) as Preferences;
}
