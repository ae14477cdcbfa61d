import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '#components/ui/report.ts';
import type { DataPorts } from './data-ports.ts';

/** Whether the browser promises to keep what is here when the disk runs full, and the way to ask for it. */
export function StoragePromise(props: { report: Report; storage: DataPorts['storage'] }): ComponentChild {
  const { report, storage } = props;
  const [isPromised, setPromised] = useState<boolean | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void storage.persisted().then((promised) => {
      if (!ending.signal.aborted) setPromised(promised);
    });
    return () => ending.abort();
  }, [storage]);
  const askFor = async (): Promise<void> => {
    const promised = await storage.persist();
    setPromised(promised);
    report(
      promised
        ? { done: 'The browser promises not to clear this.' }
        : { failed: 'The browser does not promise it. A backup now and then is all the more worth it.' },
    );
  };
  return (
    <div class="step">
      <h3>When the disk runs full</h3>
      {isPromised === null ? null : isPromised ? (
        <p id="storage-state">The browser promises not to clear this.</p>
      ) : (
        <>
          <p id="storage-state">
            The browser does not promise to keep this: when the disk runs full it may clear it.
          </p>
          <div>
            <button type="button" id="ask-persist" class="bl-button" onClick={() => void askFor()}>
              Ask it to promise
            </button>
          </div>
        </>
      )}
      <p class="bl-quiet">
        A note that cannot be written to a full disk is never shown as saved: it says so at once, and its text
        stays in the editor.
      </p>
    </div>
  );
}
