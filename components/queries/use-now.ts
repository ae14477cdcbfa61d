import { useEffect, useState } from 'preact/hooks';
import { useBackend } from './backend.ts';

const MINUTE_MS = 60_000;

/** The time (epoch ms), anew each minute while the component is there, so that ages on screen stay true. */
export function useNow(): number {
  const { clock } = useBackend();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const ending = new AbortController();
    const tick = async (): Promise<void> => {
      while (!ending.signal.aborted) {
        await clock.sleep(MINUTE_MS, ending.signal);
        setNow(clock.now());
      }
    };
    tick().catch((reason: unknown) => {
      if (!ending.signal.aborted) throw reason;
    });
    return () => ending.abort();
  }, [clock]);
  return now;
}
