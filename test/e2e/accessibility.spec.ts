import { findAxeViolations, findAxeViolationsInFrames } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { findOptions, linkAccount } from './link-account.ts';
import { openMarket, readColumn, setFilter } from './market-page.ts';
import { openNote } from './note-panel.ts';
import { openPopup, readPopup } from './popup-page.ts';

test('Popup, options and notes have no accessibility violation, in light and in dark', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  await expect.poll(async () => (await readPopup(popup)).listings).toBeGreaterThan(0);
  await popup.click('#more-about-mirror summary');
  await options.click('#empty-mirror');
  const notes = await testBrowser.extensionPage('notes.html');
  for (const page of [popup, options, notes]) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      expect(await findAxeViolations(page), `${await page.address()} in ${scheme}`).toEqual([]);
    }
  }
});

test('Added cells, bar, builder, views, explanation and note have no accessibility violation', async ({
  testBrowser,
}) => {
  const page = await openMarket(testBrowser);
  // The header over our marks has a name for screen readers, which axe does not count.
  const found = await findAxeViolations(page, '.bondlens-cell', ['empty-table-header']);
  // The title of the person's own column stands in a closed root, which axe cannot read; screen readers can.
  expect(found.filter((line) => !line.includes('<bondlens-title>'))).toEqual([]);

  await setFilter(page, 'payments left < 24 and rating in [A, B]');
  // One panel at a time stands beside the bar.
  const check = async (what: string): Promise<void> => {
    const { frames, violations } = await findAxeViolationsInFrames(page);
    expect({ what, frames, violations }).toEqual({ what, frames: 2, violations: [] });
  };
  await page.privateClick('button.filters');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('.builder') !== null));
  await check('builder');
  await page.privateClick({ selector: '.faces label', text: 'Formula' });
  await page.privateFill('.filter-editor .field input', 'payments left < 24 and rat');
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('.filter-editor [role="option"]') !== null),
  );
  await check('completion');
  await page.privateFill('.filter-editor .field input', 'payments left < 24');
  await page.press('Enter');
  await page.privateClick('button.view-name');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('.views') !== null));
  await check('views');
  await page.press('Escape');
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await page.privateClick({
    selector: 'button:is(.yes, .no, .unknown)',
    within: `[data-bondlens-row="${row}"]`,
  });
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('.why') !== null));
  await check('why');
  await page.press('Escape');
  await openNote(page, row);
  await check('note');
});
