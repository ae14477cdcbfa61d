import type { Clock } from '#lib/base/clock.ts';

/** Up to so many items are worked through at once: too few to be felt. */
const atOnce = 200;
/** How long a slice may take before the page gets its turn. */
const sliceMs = 8;

/**
 * Works through items without making the page wait: many of them in slices, between which the browser can paint and
 * react. Rejects with the signal's reason when it is aborted.
 */
export async function workInSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  if (items.length <= atOnce) {
    items.forEach(work);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.start();
  try {
    let until = clock.now() + sliceMs;
    for (const item of items) {
      if (clock.now() >= until) {
        await new Promise<void>((resolve) => {
          port1.addEventListener('message', () => resolve(), { once: true });
          port2.postMessage(null);
        });
        signal.throwIfAborted();
        until = clock.now() + sliceMs;
      }
      work(item);
    }
  } finally {
    port1.close();
    port2.close();
  }
}
