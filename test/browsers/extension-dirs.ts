import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './test-browser.ts';

/** Where `npm run build` puts what people install. The same is tested: there is no build for tests. */
export const extensionDirs: Readonly<Record<BrowserKind, string>> = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
};
