import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { TestPage } from '#test/browsers/test-browser.ts';
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
  for (const page of [popup, options]) {
    await page.runScript(axe.source);
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      expect(await checkDocument(page, 'html'), `${await page.address()} in ${scheme}`).toEqual([]);
    }
  }
});

test('Added cells, filter bar and note have no accessibility violation', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await page.runScript(axe.source);
  expect(await checkDocument(page, '.bondlens-cell')).toEqual([]);

  await setFilter(page, 'payments left < 24');
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  const { frames, violations } = await checkFrames(page);
  expect(frames).toBe(2);
  expect(violations).toEqual([]);
});

type Axe = { run(context: object, options?: RunOptions): Promise<AxeResults> };

/** What axe finds in the parts of a page that a selector names; the page must have axe. */
function checkDocument(page: TestPage, selector: string): Promise<string[]> {
  return page.evaluate(async (include) => {
    const view = globalThis as unknown as { axe: Axe };
    // The header over our marks has a name for screen readers, which axe does not count.
    const options: RunOptions = { rules: { 'empty-table-header': { enabled: false } } };
    const { violations } = await view.axe.run({ include: [include] }, options);
    return (
      violations
        .flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`))
        // The title of the person's own column stands in a closed root, which axe cannot read; screen readers can.
        .filter((line) => !line.includes('<bondlens-title>'))
    );
  }, selector);
}

/** What axe finds in the documents of our private frames. */
function checkFrames(page: TestPage): Promise<{ frames: number; violations: string[] }> {
  return page.evaluatePrivate(async (roots, source) => {
    // A frame in a page is no page: it needs no landmarks of its own.
    const options: RunOptions = { rules: { region: { enabled: false } } };
    const violations: string[] = [];
    const inside = roots.filter((root) => root.nodeType === Node.DOCUMENT_NODE);
    for (const root of inside) {
      const view = (root as Document).defaultView as unknown as { eval(text: string): void; axe: Axe };
      view.eval(source);
      const found = await view.axe.run((root as Document).body, options);
      for (const { help, nodes } of found.violations)
        violations.push(...nodes.map(({ html }) => `${help}: ${html}`));
    }
    return { frames: inside.length, violations };
  }, axe.source);
}
