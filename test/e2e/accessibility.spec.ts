import { findAxeViolations, findAxeViolationsInFrames } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { findOptions, linkAccount } from './link-account.ts';
import { openMarket, readColumn, setFilter } from './market-page.ts';
import { openNote } from './note-panel.ts';
import { openPopup, readPopup } from './popup-page.ts';

test('Popup and options have no accessibility violation, in light and in dark', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  await expect.poll(async () => (await readPopup(popup)).listings).toBeGreaterThan(0);
  await popup.click('#more-about-mirror summary');
  await options.click('#empty-mirror');
  for (const page of [popup, options]) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      expect(await findAxeViolations(page), `${await page.address()} in ${scheme}`).toEqual([]);
    }
  }
});

test('Added cells, filter bar and note have no accessibility violation', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  // The header over our marks has a name for screen readers, which axe does not count.
  const found = await findAxeViolations(page, '.bondlens-cell', ['empty-table-header']);
  // The title of the person's own column stands in a closed root, which axe cannot read; screen readers can.
  expect(found.filter((line) => !line.includes('<bondlens-title>'))).toEqual([]);

  await setFilter(page, 'payments left < 24');
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  const { frames, violations } = await findAxeViolationsInFrames(page);
  expect(frames).toBe(2);
  expect(violations).toEqual([]);
});
