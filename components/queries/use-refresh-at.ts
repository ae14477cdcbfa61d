import { useEffect } from 'preact/hooks';
import { useBackend } from './backend.ts';
import type { QueryName } from './queries.ts';

/**
 * Asks anew once a moment has come at which the answer changes without a pulse, such as when a call becomes free.
 * @param at epoch ms; null when there is no such moment
 */
export function useRefreshAt(name: QueryName, at: number | null | undefined, now: number): void {
  const { client } = useBackend();
  const due = typeof at === 'number' && at <= now;
  useEffect(() => {
    if (due) void client.invalidateQueries({ queryKey: [name] });
  }, [client, name, at, due]);
}
