import { useEffect, useRef } from 'preact/hooks';
import { useBackend } from './backend.ts';
import type { QueryName } from './queries.ts';

/** Asks anew whenever the time on the page moves on, for an answer that tells how long something still takes. */
export function useRefreshWith(name: QueryName, now: number): void {
  const { client } = useBackend();
  const asked = useRef(now);
  useEffect(() => {
    if (asked.current === now) return;
    asked.current = now;
    void client.invalidateQueries({ queryKey: [name] });
  }, [client, name, now]);
}
