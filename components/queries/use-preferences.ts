import { MutationObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import type { AppError } from '#lib/base/app-error.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { useBackend } from './backend.ts';
import { useQuery } from './use-query.ts';

/** What the user chose, and the way to choose anew. */
export interface PreferencesControl {
  preferences: Preferences | undefined;
  /**
   * Replaces the parts that the function makes of the present choice. Shown at once, taken back when the
   * background refuses; resolves to the error if it did. Does nothing before the present choice is known.
   */
  change: (make: (now: Preferences) => Partial<Preferences>) => Promise<AppError | null>;
  error: AppError | null;
}

const key = ['preferences.get'];
const changeKey = ['preferences.change'];

/** The user's preferences, changed without waiting for the background. */
export function usePreferences(): PreferencesControl {
  const { ask, client } = useBackend();
  const { data, error: unread } = useQuery('preferences.get');
  const [unchanged, setUnchanged] = useState<AppError | null>(null);
  const [observer] = useState(
    () =>
      new MutationObserver<Preferences, AppError, Partial<Preferences>>(client, {
        mutationKey: changeKey,
        scope: { id: 'preferences' },
        mutationFn: (parts) => ask('preferences.change', parts),
        onSuccess: (kept) => {
          // Answers of earlier changes must not take back what was chosen since.
          if (client.isMutating({ mutationKey: changeKey }) === 1) client.setQueryData(key, kept);
        },
        onError: () => client.invalidateQueries({ queryKey: key }),
      }),
  );
  useEffect(() => observer.subscribe(({ error }) => setUnchanged(error)), [observer]);
  const change: PreferencesControl['change'] = (make) => {
    const now = client.getQueryData<Preferences>(key);
    if (now === undefined) return Promise.resolve(null);
    const parts = make(now);
    client.setQueryData(key, { ...now, ...parts });
    return observer.mutate(parts).then(
      () => null,
      (refused: AppError) => refused,
    );
  };
  return { preferences: data, change, error: unchanged ?? unread };
}
