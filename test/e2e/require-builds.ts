import { existsSync } from 'node:fs';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { getBrowser } from '#test/browsers/find-browser.ts';
import { browserKinds } from '#test/browsers/test-browser.ts';

/** Before all tests: what they need is there, or the run ends with one sentence. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes nothing else here
export default function requireBuilds(): void {
  for (const kind of browserKinds) {
    getBrowser(kind);
    if (!existsSync(extensionDirs[kind]))
      throw new Error(`There is no extension in ${extensionDirs[kind]}: run npm run build first.`);
  }
}
