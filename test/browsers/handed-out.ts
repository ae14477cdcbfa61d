import type { TestPage } from './test-browser.ts';
import { waitUntil } from './wait-until.ts';

/** Which pages a test already has, so that the next one is found without knowing when it opened. */
export interface HandedOut {
  /** Notes that a test has this page. */
  add(page: TestPage): TestPage;
  /** The first open page whose address fits and that no test has yet; it is handed out from then on. */
  next(fits: (address: string) => boolean, timeoutMs?: number): Promise<TestPage>;
}

/** Watches over the pages that `list` gives, each of which must be the same object every time. */
export function createHandedOut(list: () => Promise<readonly TestPage[]>): HandedOut {
  const taken = new WeakSet<TestPage>();
  return {
    add: (page) => {
      taken.add(page);
      return page;
    },
    next: (fits, timeoutMs) =>
      waitUntil(
        'another page to open',
        async () => {
          for (const page of await list()) {
            // A page that is just opening or closing has no address to tell: not this one yet.
            if (taken.has(page) || !fits(await page.address().catch(() => ''))) continue;
            taken.add(page);
            return page;
          }
          return undefined;
        },
        timeoutMs,
      ),
  };
}
