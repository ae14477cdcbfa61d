import { browser } from 'wxt/browser';

// Both browsers end a background after 30 s without an extension event or call.
const beat = 20_000;

/** Keeps the background from being ended for rest while the work goes on. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), beat);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
