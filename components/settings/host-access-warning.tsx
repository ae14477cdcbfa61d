import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HostAccess } from './host-access.ts';

/** Stands there only while the browser keeps the extension away from bondora.com, with the way to allow it. */
export function HostAccessWarning({ access }: { access: HostAccess }): ComponentChild {
  const [granted, setGranted] = useState(true);
  useEffect(() => {
    const ending = new AbortController();
    const look = async (): Promise<void> => {
      const has = await access.has();
      if (!ending.signal.aborted) setGranted(has);
    };
    void look();
    access.onChange(() => void look(), ending.signal);
    return () => ending.abort();
  }, [access]);
  if (granted) return null;
  return (
    <div id="host-access" class="bl-warning" role="status">
      <p>
        Your browser keeps Bondlens from bondora.com: pages stay as Bondora made them, and nothing is asked of
        Bondora.
      </p>
      <button
        type="button"
        id="grant-host-access"
        class="bl-button small"
        onClick={() => void access.request().then(setGranted)}
      >
        Allow
      </button>
    </div>
  );
}
