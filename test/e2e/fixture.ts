import { mkdirSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { launchBrowser } from '#test/browsers/launch-browser.ts';
import type { BrowserKind, TestBrowser } from '#test/browsers/test-browser.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';

export { expect } from '@playwright/test';

export interface BrowserOptions {
  /** Which browser a project runs in. */
  kind: BrowserKind;
}

interface Fixtures {
  /** Bondora on this machine, with a small market; each test has its own. */
  sandbox: Sandbox;
  /** A fresh browser with the built extension in it, against the sandbox. */
  testBrowser: TestBrowser;
}

export const test = base.extend<BrowserOptions & Fixtures>({
  kind: ['chromium', { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ listings: 300 });
    await use(sandbox);
    await sandbox.close();
  },
  testBrowser: async ({ kind, sandbox }, use, info) => {
    const browser = await launchBrowser(kind, {
      extensionDir: extensionDirs[kind],
      sandboxPort: sandbox.port,
      headless: true,
      welcome: 'options.html',
    });
    try {
      await use(browser);
      if (info.status !== info.expectedStatus) await capture(browser, info.outputPath('pages'));
    } finally {
      await browser.close();
    }
  },
});

/** Keeps what every page looked like, for whoever reads a failure. */
async function capture(browser: TestBrowser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [index, page] of (await browser.pages()).entries()) {
    // A page may be closing just now: then the others are kept.
    try {
      console.error(`${await page.address()} ${page.errors().join('\n')}`);
      await page.screenshot(`${folder}/${index}.png`);
    } catch (error) {
      console.error(`One page could not be kept: ${String(error)}`);
    }
  }
}
