import type { TestBrowser } from '#test/browsers/test-browser.ts';
import { waitUntil } from '#test/browsers/wait-until.ts';
import { findOptions, linkAccount } from '#test/e2e/link-account.ts';
import { openPopup, readPopup } from '#test/e2e/popup-page.ts';
import type { Sandbox } from '#test/sandbox/server.ts';
import { listPageKinds } from './page-kinds.ts';

/**
 * Takes a picture of each kind of page with the extension over it and the mirror filled, on a light page and on a dark one.
 * @param folder gets `<kind>-light.png` and `<kind>-dark.png`
 */
export async function showPages(browser: TestBrowser, sandbox: Sandbox, folder: string): Promise<void> {
  await linkAccount(browser, await findOptions(browser), sandbox.application);
  const popup = await openPopup(browser);
  const offered = sandbox.world.listOpen().length;
  await waitUntil('the mirror of the market', async () => (await readPopup(popup)).listings === offered);
  await popup.close();
  for (const { name, address, width, height } of listPageKinds(sandbox.world)) {
    for (const look of ['light', 'dark'] as const) {
      sandbox.site.variant = { ...sandbox.site.variant, look };
      const page = await browser.openPage(address);
      await page.setViewport(width, height);
      if (name !== 'dashboard')
        await page.waitFor(() => document.documentElement.dataset['bondlens'] === 'ready');
      if (!['dashboard', 'cash-flow'].includes(name)) await page.waitForPrivate((roots) => roots.length > 0);
      // What is laid over the page, not the site's own forms above it.
      await page.evaluate(() => {
        const ours = document.querySelector('bondlens-bar, bondlens-card, .bondlens-cell');
        const top = ours?.getBoundingClientRect().top ?? 0;
        scrollTo({ top: top > 200 ? scrollY + top - 70 : 0, behavior: 'instant' });
      });
      await page.screenshot(`${folder}/${name}-${look}.png`, { colorScheme: look });
      for (const error of page.errors()) console.error(`${name}: ${error}`);
      await page.close();
    }
  }
}
