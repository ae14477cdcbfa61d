import { source, type AxeResults, type RunOptions } from 'axe-core';
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
    await page.runScript(source);
    for (const scheme of ['light', 'dark'] as const) {
      await page.setColorScheme(scheme);
      expect(await checkDocument(page, 'html'), `${await page.address()} in ${scheme}`).toEqual([]);
    }
  }
});

test('Added cells, filter bar and note have no accessibility violation', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await page.runScript(source);
  expect(await checkDocument(page, '.bondlens-cell')).toEqual([]);

  await setFilter(page, 'payments left < 24');
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await openNote(page, row);
  const { frames, violations } = await checkFrames(page);
  expect(frames).toBe(2);
  expect(violations).toEqual([]);
});

/** What axe finds in the parts of a page that a selector names; the page must have axe. */
function checkDocument(page: TestPage, selector: string): Promise<string[]> {
  return page.evaluate(async (include) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ include: [include] });
    return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
  }, selector);
}

/** What axe finds in the documents of our private frames. */
function checkFrames(page: TestPage): Promise<{ frames: number; violations: string[] }> {
  return page.evaluatePrivate(async (roots, axeSource) => {
    // A frame in a page is no page: it needs no landmarks of its own.
    const options: RunOptions = {
      rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
    };
    const violations: string[] = [];
    const inside = roots.filter((root) => root.nodeType === Node.DOCUMENT_NODE);
    for (const root of inside) {
      const view = (root as Document).defaultView as unknown as {
        eval(text: string): void;
        axe: { run(context: Node, options: RunOptions): Promise<AxeResults> };
      };
      view.eval(axeSource);
      const found = await view.axe.run(root, options);
      for (const { help, nodes } of found.violations)
        violations.push(...nodes.map(({ html }) => `${help}: ${html}`));
    }
    return { frames: inside.length, violations };
  }, source);
}
