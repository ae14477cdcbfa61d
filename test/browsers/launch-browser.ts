import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import type { BrowserKind, LaunchOptions, TestBrowser } from './test-browser.ts';

/** Starts a browser with the extension in it, against the sandbox. */
export function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<TestBrowser> {
  switch (kind) {
    case 'chromium':
      return launchChromium(options);
    case 'firefox':
      return launchFirefox(options);
  }
}
