import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { launchBrowser } from '#test/browsers/launch-browser.ts';
import type { BrowserKind, TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { askBackground } from '#test/drill/ask-background.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { addContentScript } from '../in-browser/add-content-script.ts';
import { bundleForPage } from '../in-browser/bundle-for-page.ts';
import type { WorldReport } from './bench-world.ts';
import type * as pageModule from './page/page-module.ts';

type Module = typeof pageModule;
type Call<Name extends keyof Module> = Module[Name] extends (...args: infer Args) => infer Result
  ? { args: Args; result: Awaited<Result> }
  : never;

/** A browser with the built extension in it, whose mirror holds the market that the sandbox shows. */
export interface OverlayBench {
  kind: BrowserKind;
  browser: TestBrowser;
  sandbox: Sandbox;
  /** The folder of its profile. */
  profile: string;
}

/** Starts it, works with it, and ends it, however the work ends. */
export async function withOverlayBench<Result>(
  kind: BrowserKind,
  work: (bench: OverlayBench) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), 'bondlens-bench-'));
  const extension = addContentScript(extensionDirs[kind], {
    name: 'bench-world.js',
    text: await bundleForPage(new URL('./bench-world.ts', import.meta.url)),
    runAt: 'document_start',
  });
  const sandbox = await startSandbox({ listings: 1200, holdings: 0 });
  let browser: TestBrowser | undefined;
  try {
    browser = await launchBrowser(kind, {
      extensionDir: extension.folder,
      sandboxPort: sandbox.port,
      headless: true,
      userDataDir: profile,
      welcome: 'options.html',
      chromiumArguments: ['--remote-debugging-port=0'],
      firefoxPreferences: { 'privacy.reduceTimerPrecision': false },
    });
    await fillMirror(browser, sandbox);
    return await work({ kind, browser, sandbox, profile });
  } finally {
    await browser?.close();
    await sandbox.close();
    extension.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Links the account, waits for the market, and closes the extension's own page: only pages of the site stay open. */
async function fillMirror(browser: TestBrowser, { pastedToken }: Sandbox): Promise<void> {
  const options = await browser.nextPage((address) => address.endsWith('/options.html'));
  await askBackground(options, 'account.linkToken', { token: pastedToken });
  await waitUntil(
    'the market to be pulled',
    async () => {
      const { running, pulledAt } = await askBackground(options, 'market.status', {});
      return !running && pulledAt !== null;
    },
    60_000,
  );
  await options.close();
}

/**
 * The market's address with so many rows. A thousand come without their hidden details, whose schedules would be a third of
 * a million cells more to load.
 */
export function marketAddress(rows: number, variant = ''): string {
  const parts = [variant, rows > 200 ? 'details:none' : ''].filter((part) => part !== '').join(',');
  return `https://www.bondora.com/en/secondmarket?pageSize=${rows}${parts === '' ? '' : `&variant=${parts}`}`;
}

/** Opens the market with the extension over it, and waits until a pass has settled. */
export async function openMarket({ browser }: OverlayBench, address: string): Promise<TestPage> {
  const page = await browser.openPage(address);
  await page.waitFor(() => document.documentElement.dataset['bondlens'] === 'ready');
  await furnish(page);
  await callPage(page, 'settle');
  return page;
}

/** Opens the same page where no extension is: written into an empty tab, with the style that the extension brings. */
export async function openBare({ kind, browser }: OverlayBench, html: string): Promise<TestPage> {
  const css = readFileSync(join(extensionDirs[kind], 'content-scripts/market.css'), 'utf8');
  const page = await browser.openPage('about:blank');
  await page.evaluate(
    (text, style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.open();
      document.write(text);
      document.close();
      document.adoptedStyleSheets = [sheet];
    },
    html.replaceAll(/<script[\s\S]*?<\/script>/g, ''),
    css,
  );
  await furnish(page);
  return page;
}

/** The page's own HTML, as the server gives it. */
export function readHtml(page: TestPage): Promise<string> {
  return page.evaluate(async () => (await fetch(location.href)).text());
}

async function furnish(page: TestPage): Promise<void> {
  await page.runScript(await bundleForPage(new URL('./page/page-module.ts', import.meta.url)));
}

/** Calls a function of `page/page-module.ts` in a page that has it. */
export function callPage<Name extends keyof Module>(
  page: TestPage,
  name: Name,
  ...args: Call<Name>['args']
): Promise<Call<Name>['result']> {
  return page.evaluate(
    (named, given) =>
      (globalThis as unknown as { benchModule: Record<string, (...all: unknown[]) => unknown> }).benchModule[
        named
      ]?.(...given),
    name as string,
    args as unknown[],
  ) as Promise<Call<Name>['result']>;
}

/** Asks the world of the content scripts what it counted, or has it begin anew. */
export async function askWorld(
  page: TestPage,
  what: 'begin' | 'begin with rows' | 'read',
): Promise<WorldReport> {
  const text = await page.evaluate((detail) => {
    let answer = '';
    addEventListener('bench-answer', (event) => (answer = (event as CustomEvent<string>).detail), {
      once: true,
    });
    dispatchEvent(new CustomEvent('bench-ask', { detail }));
    return answer;
  }, what);
  return JSON.parse(text) as WorldReport;
}
