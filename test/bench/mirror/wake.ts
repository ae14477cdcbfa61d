import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import type { BrowserKind } from '#test/browsers/test-browser.ts';
import {
  launchUnwatched,
  type UnwatchedBrowser,
  type UnwatchedPage,
} from '#test/browsers/unwatched-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { askBackground } from '#test/drill/ask-background.ts';
import type { BenchRow } from '../bench-row.ts';
import { addContentScript } from '../in-browser/add-content-script.ts';
import { writeExtension, type WrittenExtension } from '../in-browser/write-extension.ts';
import { median } from '../take-turns.ts';
import type { SandboxProcess } from './sandbox-process.ts';

const rounds = 15;
const asker = 'bench-ask.js';

/** What a usual view shows. */
const usualFields = ['rating', 'interest', 'price', 'discount', 'nextPaymentDate', 'loanStatusCode'];

/**
 * A content script on a page of Bondora's that asks the background when the page says so, and tells the page how many
 * milliseconds the answer took.
 */
const askerText = `addEventListener('bench-ask', async ({ detail }) => {
  const began = performance.now();
  const answer = await chrome.runtime.sendMessage(JSON.parse(detail));
  const took = performance.now() - began;
  dispatchEvent(new CustomEvent('bench-answer', { detail: JSON.stringify({ took, answer }) }));
});`;
const contentScript = { matches: ['https://www.bondora.com/*'], js: [asker], run_at: 'document_end' };

/** A background that answers one message and does nothing else. */
const emptyBackground = `chrome.runtime.onMessage.addListener((message, sender, respond) => respond({ res: 1 }));`;

/** A background that is asleep is woken by a page: how long its first answer takes, against an empty background's. */
export async function measureWake(kind: BrowserKind, sandbox: SandboxProcess): Promise<BenchRow[]> {
  const built = addContentScript(extensionDirs[kind], {
    name: asker,
    text: askerText,
    runAt: 'document_end',
  });
  const empty = writeExtension(
    kind,
    { 'background.js': emptyBackground, [asker]: askerText },
    { content_scripts: [contentScript] },
  );
  const open = (extension: WrittenExtension, welcome?: string): Promise<UnwatchedBrowser> =>
    launchUnwatched(kind, {
      extensionDir: extension.folder,
      sandboxPort: sandbox.port,
      headless: true,
      firefoxPreferences: { 'privacy.reduceTimerPrecision': false },
      ...(welcome === undefined ? {} : { welcome }),
    });
  const ours = await open(built, 'options.html');
  const theirs = await open(empty);
  try {
    await pullMarket(ours, sandbox);
    const rows = sandbox.someListings.map(({ Id: listingId }) => ({ listingId }));
    const pages = { ours: await openMarket(ours), empty: await openMarket(theirs) };
    const describe = { id: 1, type: 'rows.describe', data: { rows }, timestamp: 1 };
    const few = { ...describe, data: { rows, fields: usualFields } };
    const preferences = { id: 1, type: 'preferences.get', data: {}, timestamp: 1 };
    const times: Record<'describe' | 'few' | 'preferences' | 'empty', number[]> = {
      describe: [],
      few: [],
      preferences: [],
      empty: [],
    };
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push((await ask(theirs, pages.empty, { type: 'hello' })).took);
      const { took, answer } = await ask(ours, pages.ours, describe);
      const known = (answer.res as { rows: { record: unknown }[] }).rows.filter(
        ({ record }) => record !== null,
      );
      if (known.length !== rows.length) throw new Error(`Only ${known.length} rows are known.`);
      times.describe.push(took);
      times.few.push((await ask(ours, pages.ours, few)).took);
      times.preferences.push((await ask(ours, pages.ours, preferences)).took);
    }
    const floor = median(times.empty);
    const row = (what: string, taken: readonly number[]): BenchRow => {
      const ratio = median(taken) / floor;
      return {
        area: 'mirror',
        what: `background asleep, woken by a page: ${what}`,
        browser: kind,
        ours: median(taken),
        floor,
        rivals: {},
        ratio,
        bar: '≤ 1.5 × an empty background',
        holds: ratio <= 1.5,
        unit: 'ms',
      };
    };
    return [
      row(`${rows.length} rows described, all fields`, times.describe),
      row(`${rows.length} rows described, ${usualFields.length} fields`, times.few),
      row('preferences', times.preferences),
    ];
  } finally {
    await ours.close();
    await theirs.close();
    built.remove();
    empty.remove();
  }
}

/** Ends the background, lets the browser come to rest, and asks from the page. */
async function ask(
  browser: UnwatchedBrowser,
  page: UnwatchedPage,
  message: object,
): Promise<{ took: number; answer: { res?: unknown } }> {
  await browser.killBackground();
  const detail = JSON.stringify(JSON.stringify(message));
  return (await page.evaluate(`new Promise((resolve) => {
    addEventListener('bench-answer', ({ detail }) => resolve(JSON.parse(detail)), { once: true });
    dispatchEvent(new CustomEvent('bench-ask', { detail: ${detail} }));
  })`)) as { took: number; answer: { res?: unknown } };
}

async function pullMarket(browser: UnwatchedBrowser, { pastedToken }: SandboxProcess): Promise<void> {
  await browser.visit('options.html', async (page) => {
    await askBackground(page, 'account.linkToken', { token: pastedToken });
    await waitUntil(
      'the market to be pulled',
      async () => {
        const { running, pulledAt } = await askBackground(page, 'market.status', {});
        return !running && pulledAt !== null;
      },
      180_000,
    );
  });
}

async function openMarket(browser: UnwatchedBrowser): Promise<UnwatchedPage> {
  const page = await browser.openPage('https://www.bondora.com/en/');
  await waitUntil('the page to load', () => page.evaluate("document.readyState === 'complete'"));
  return page;
}
