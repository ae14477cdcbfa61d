import type { TestPage } from '#test/browsers/test-browser.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { answerConsent, findOptions, linkAccount, saveApplication, waitForStatus } from './link-account.ts';
import { openPopup, readPopup } from './popup-page.ts';

/** What a page says about the permissions of the account. */
function readPermissions(page: TestPage): Promise<{ granted: string | null; less: string | null }> {
  return page.evaluate(() => ({
    granted: document.querySelector('#permissions')?.textContent ?? null,
    less: document.querySelector('#granted-less')?.textContent ?? null,
  }));
}

/** The permissions that the user lets Bondlens ask for. */
async function tick(options: TestPage, ...scopes: string[]): Promise<void> {
  for (const scope of scopes) await options.click(`#permission-${scope}`);
}

test('What was asked for and granted stands in the popup in plain words', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await saveApplication(options, sandbox.application);
  await tick(options, 'SmSell', 'Investments');
  await answerConsent(testBrowser, options, 'allow');
  await waitForStatus(options, 'Account linked.');

  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readPermissions(popup))
    .toEqual({
      granted:
        'Linked on Bondora’s own page. May read your balance and the market, and: see your investments, sell your loan parts.',
      less: null,
    });
});

test('What was unticked on Bondora’s page is told, and can be granted by linking again', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await saveApplication(options, sandbox.application);
  await tick(options, 'BidsRead', 'SmSell', 'SmBuy');
  await answerConsent(testBrowser, options, 'allow', ['SmSell', 'SmBuy']);
  await waitForStatus(options, 'Account linked.');
  const fewer = {
    granted: 'Linked on Bondora’s own page. May read your balance and the market, and: see your bids.',
    less: 'Bondora granted less than asked: sell your loan parts, buy on the secondary market.',
  };
  expect(await readPermissions(options)).toEqual(fewer);

  const popup = await openPopup(testBrowser);
  await expect.poll(() => readPermissions(popup)).toEqual(fewer);
  await testBrowser.killBackground();
  const later = await openPopup(testBrowser);
  await expect.poll(() => readPermissions(later)).toEqual(fewer);

  await tick(options, 'SmSell');
  await answerConsent(testBrowser, options, 'allow');
  await options.click({ selector: '#account-question button', text: 'It is My account' });
  await expect
    .poll(() => readPermissions(popup))
    .toEqual({
      granted:
        'Linked on Bondora’s own page. May read your balance and the market, and: see your bids, sell your loan parts.',
      less: null,
    });
});

test('Nothing is asked for unless it is ticked, and the market needs nothing', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({
      listings: sandbox.world.listOpen().length,
      available: expect.any(Number),
      problems: [],
    });
  expect(await readPermissions(popup)).toEqual({
    granted: 'Linked on Bondora’s own page. May read your balance and the market, nothing else.',
    less: null,
  });
});

test('Each permission tells what it is for, and popup and options have no fault of access', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await saveApplication(options, sandbox.application);
  const uses = await options.evaluate(() =>
    [...document.querySelectorAll('[id^="permission-"][aria-describedby]')].map((box) => [
      box.id,
      document.querySelector(`#${box.getAttribute('aria-describedby') ?? ''}`)?.textContent ?? '',
    ]),
  );
  expect(uses).toHaveLength(7);
  for (const [, text] of uses) expect(text).toMatch(/: [A-Z].*\.$/);
  expect(Object.fromEntries(uses)['permission-SmBuy']).toContain('Can spend your money.');

  await tick(options, 'SmSell');
  await answerConsent(testBrowser, options, 'allow', ['SmSell']);
  await waitForStatus(options, 'Account linked.');
  const popup = await openPopup(testBrowser);
  await popup.waitFor(() => document.querySelector('#granted-less') !== null);
  for (const page of [options, popup]) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      expect(await findAxeViolations(page)).toEqual([]);
    }
  }
});

test('A refused call tells in the popup when the next one is free', async ({ testBrowser, sandbox }) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  const listings = sandbox.world.listOpen().length;
  await expect.poll(() => readPopup(popup)).toMatchObject({ listings, available: expect.any(Number) });
  sandbox.faults.add({
    path: '/api/v1/account/balance',
    fault: { kind: 'status', status: 429, retryAfterSeconds: 1200 },
  });
  await popup.click('#refresh-balance');
  await expect
    .poll(async () => (await readPopup(popup)).problems)
    .toEqual([expect.stringMatching(/no further call.* The next one is free at .*\d\d/)]);
  expect(await popup.evaluate(() => document.querySelector('#refresh-balance')?.textContent)).toMatch(
    /^Next call free at .*\d\d/,
  );

  sandbox.faults.add({
    path: '/api/v1/secondarymarket',
    fault: { kind: 'status', status: 429, retryAfterSeconds: 1200 },
  });
  await popup.waitFor(() => document.querySelector('#pull:enabled') !== null);
  await popup.click('#pull');
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('#next-free')?.textContent ?? ''))
    .toMatch(/next free at .*\d\d/);
  expect((await readPopup(popup)).callsLeft).toBe(0);
});
