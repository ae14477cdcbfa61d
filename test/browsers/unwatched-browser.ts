import type { BrowserKind, LaunchOptions, TestPage } from './test-browser.ts';
import { launchUnwatchedChromium } from './unwatched-chromium.ts';
import { launchUnwatchedFirefox } from './unwatched-firefox.ts';

/** A page that is driven by expressions alone. */
export interface UnwatchedPage {
  /** The value of an expression in the page, awaited: a JSON value. */
  evaluate(expression: string): Promise<unknown>;
}

/**
 * A browser that nothing watches. Chromium never ends a background that a debugger is attached to, and starts it slower; every
 * harness attaches to all there is. So here a debugger is attached only for a visit, or to one page alone.
 */
export interface UnwatchedBrowser {
  readonly kind: BrowserKind;
  /** Opens a page of the extension, works in it, and closes it: then no page of the extension is open. */
  visit<Result>(path: string, work: (page: TestPage) => Promise<Result>): Promise<Result>;
  /** Opens a page of Bondora's, which stays open. */
  openPage(address: string): Promise<UnwatchedPage>;
  /** Ends the extension's background, as the browser does after a rest, and returns once it is gone. */
  killBackground(): Promise<void>;
  /** Lets the extension store so many bytes and no more; only Chromium can be told that while it runs. */
  limitStorage(bytes: number): Promise<void>;
  close(): Promise<void>;
}

export function launchUnwatched(kind: BrowserKind, options: LaunchOptions): Promise<UnwatchedBrowser> {
  switch (kind) {
    case 'chromium':
      return launchUnwatchedChromium(options);
    case 'firefox':
      return launchUnwatchedFirefox(options);
  }
}
