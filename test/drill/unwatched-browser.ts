import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createChromiumPage } from '#test/browsers/chromium-page.ts';
import { getBrowser } from '#test/browsers/find-browser.ts';
import { chromiumArguments } from '#test/browsers/launch-chromium.ts';
import { launchFirefox } from '#test/browsers/launch-firefox.ts';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';
import type { BrowserKind, LaunchOptions, TestPage } from '#test/browsers/test-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';

/**
 * A browser that is left to itself between visits. Chromium never ends a background that a debugger watches, and every
 * harness watches them all: so here it is started without one, and debugged only as long as a visit takes.
 */
export interface UnwatchedBrowser {
  /** Opens a page of the extension, works in it, and closes it: then no page of the extension is open. */
  visit<Result>(path: string, work: (page: TestPage) => Promise<Result>): Promise<Result>;
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

async function launchUnwatchedChromium(options: LaunchOptions): Promise<UnwatchedBrowser> {
  const profile = createProfileFolder(options.userDataDir);
  const child = spawn(
    getBrowser('chromium'),
    [
      ...(await chromiumArguments(options)),
      `--user-data-dir=${profile.path}`,
      '--remote-debugging-port=0',
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    profile.remove();
  };
  const portFile = join(profile.path, 'DevToolsActivePort');
  const port = await waitUntil('Chromium to start', async () =>
    existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined,
  );
  const origin = `chrome-extension://${readExtensionId(options.extensionDir)}`;
  const list = `http://127.0.0.1:${port}/json/list`;
  const isOpen = async (part: string): Promise<boolean> =>
    (await (await fetch(list)).text()).includes(`${origin}/${part}`);
  if (options.welcome !== undefined) {
    const { welcome } = options;
    await waitUntil(`${welcome} to open by itself`, () => isOpen(welcome));
  }
  return {
    visit: async (path, work) => {
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      try {
        const [context] = connection.contexts();
        if (context === undefined) throw new Error('Chromium has no window.');
        const page = await context.newPage();
        await page.goto(`${origin}/${path}`);
        const result = await work(createChromiumPage(page));
        const ours = context.pages().filter((other) => other.url().startsWith(origin));
        if (context.pages().length === ours.length) await context.newPage();
        for (const other of ours) await other.close();
        return result;
      } finally {
        // Only the connection: the browser goes on.
        await connection.close();
      }
    },
    close,
  };
}

async function launchUnwatchedFirefox(options: LaunchOptions): Promise<UnwatchedBrowser> {
  const browser = await launchFirefox(options);
  return {
    visit: async (path, work) => {
      const page = await browser.extensionPage(path);
      const result = await work(page);
      for (const other of await browser.pages()) {
        // A page that is just closing has no address to tell.
        const address = await other.address().catch(() => '');
        if (address.startsWith('moz-extension://')) await other.close();
      }
      return result;
    },
    close: () => browser.close(),
  };
}

/** The id that Chromium makes of the key in a manifest: the first half of its hash, in the letters a to p. */
function readExtensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  if (key === undefined) throw new Error(`The manifest in ${folder} has no key.`);
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hash.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}
