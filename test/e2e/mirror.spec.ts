import type { TestPage } from '#test/browsers/test-browser.ts';
import { startSandbox, type Sandbox } from '#test/sandbox/server.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { expect, test as base } from './fixture.ts';
import { findOptions, linkAccount, waitForStatus } from './link-account.ts';
import { countNews } from './market-news.ts';
import { openPopup, readPopup } from './popup-page.ts';

const day = 86_400_000;
const marketPath = '/api/v1/secondarymarket';

const test = base.extend({
  // A market on which others trade as time goes by.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ listings: 600, moving: true });
    await use(sandbox);
    await sandbox.close();
  },
});

test('A pull shows how far it is, can be stopped, and the next ones tell what happened in between', async ({
  testBrowser,
  sandbox,
}) => {
  // Some 1.4 MB: slow enough to be seen and stopped.
  const heal = sandbox.faults.add({
    path: marketPath,
    fault: { kind: 'slow-line', bytesPerSecond: 150_000 },
  });
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  await popup.waitFor(() => {
    const bar = document.querySelector<HTMLProgressElement>('#pull-progress progress');
    const text = document.querySelector('#pull-progress-text')?.textContent ?? '';
    return bar !== null && bar.position > 0 && /^Market: [1-9]\d* of \d+ listings received$/.test(text);
  });
  await expect.poll(() => readToolbar(popup)).toMatchObject({ badge: expect.stringMatching(/^\d+%$/) });

  await popup.click('#stop-pull');
  await popup.waitFor(() => document.querySelector('#pull-stopped') !== null);
  expect(await readPopup(popup)).toMatchObject({ listings: 0, problems: [] });
  await expect.poll(() => readToolbar(popup)).toEqual({ badge: '', title: 'Bondlens' });
  heal();

  const first = await pullAgain(popup, sandbox);
  expect(await popup.evaluate(() => document.querySelector('#news')?.textContent)).toContain(
    'from the second pull on',
  );
  sandbox.clock.advance(day);
  const second = await pullAgain(popup, sandbox);
  const expected = countNews(sandbox.world.events, first, second);
  expect(Math.min(expected.listed, expected.sold, expected.cheaper)).toBeGreaterThan(0);
  await expect.poll(() => readNews(popup, Object.keys(expected))).toEqual(expected);
  expect(await readPopup(popup)).toMatchObject({ problems: [] });
  const newest = await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('#news-list a')?.href);
  const auctionId = newest?.split('https://www.bondora.com/en/auction/show/')[1] ?? '';
  expect(sandbox.world.findLoanOfAuction(auctionId)).toBeDefined();
  expect(await findAxeViolations(popup)).toEqual([]);

  // Only the button takes the news away, not the end of a popup.
  const again = await openPopup(testBrowser);
  await again.click('#mark-seen');
  await again.waitFor(() => document.querySelector('#no-news') !== null);
  await popup.waitFor(() => document.querySelector('#no-news') !== null);

  await options.click('#empty-mirror');
  await options.click('#empty-confirm');
  await waitForStatus(options, 'The mirror is empty.');
});

/** Presses the button, waits for the whole market, and tells when it was asked for by the sandbox's clock. */
async function pullAgain(popup: TestPage, sandbox: Sandbox): Promise<number> {
  sandbox.requests.clear();
  const before = await popup.waitFor(() => {
    const isReady = document.querySelector('#pull:enabled:not([aria-disabled="true"])') !== null;
    return isReady && (document.querySelector('#market-age')?.getAttribute('datetime') ?? 'never');
  });
  await popup.click('#pull');
  await popup.waitFor((old) => {
    const pulledAt = document.querySelector('#market-age')?.getAttribute('datetime') ?? 'never';
    return pulledAt !== old;
  }, before);
  const asked = sandbox.requests.seen.find(
    ({ path, status, query }) =>
      path === marketPath && status === 200 && !query.some(([name]) => name.endsWith('ShowMyItems')),
  );
  return asked?.at ?? Number.NaN;
}

/** The counts that stand under "Since you last looked", 0 where there is none. */
function readNews(popup: TestPage, kinds: string[]): Promise<Record<string, number>> {
  return popup.evaluate(
    (wanted) =>
      Object.fromEntries(
        wanted.map((kind) => [
          kind,
          Number(document.querySelector(`#news-${kind}`)?.getAttribute('value') ?? 0),
        ]),
      ),
    kinds,
  );
}

/** What the extension's button in the toolbar shows. */
function readToolbar(popup: TestPage): Promise<{ badge: string; title: string }> {
  return popup.evaluate(async () => {
    type Extension = {
      action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
    };
    const own = globalThis as unknown as { browser?: Extension; chrome: Extension };
    const { action } = own.browser ?? own.chrome;
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
  });
}
