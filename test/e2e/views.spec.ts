import type { TestPage } from '#test/browsers/test-browser.ts';
import { expect, test } from './fixture.ts';
import { openMarket, readColumn, waitForPass } from './market-page.ts';

test('Filters are built with the keyboard, kept as a view, sent as a text and taken up again', async ({
  testBrowser,
}) => {
  const page = await openMarket(testBrowser, '?pageSize=12');
  const left = await readColumn(page, 'paymentsLeft');
  const discounts = await readColumn(page, 'discount');
  const fits = [...left].filter(([, value]) => value === null || value < 24).map(([row]) => row);
  const cheap = fits.filter((row) => (discounts.get(row) ?? 0) < 0);
  const effects = { fade: left.size - fits.length, 'highlight-green': cheap.length };
  expect(Math.min(...Object.values(effects))).toBeGreaterThan(0);

  // The first filter in rows, without the mouse.
  await page.privateClick('button.filters');
  await tabTo(page, '+ Filter');
  await page.press('Enter');
  await tabTo(page, '+ Row', 'Shift+Tab');
  await page.press('Enter');
  await waitForFocus(page, 'Row 1: field');
  await page.type('payments');
  await tabTo(page, 'Row 1: comparison');
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  await tabTo(page, 'Row 1: value');
  await page.type('24');
  await expect.poll(() => readEffects(page)).toEqual({ fade: effects.fade });
  await page.privateClick({ selector: '.faces label', text: 'Formula' });
  await expect.poll(() => page.privateText()).toContain('payments left < 24');

  // The second as a formula, with another effect.
  await page.privateClick({ selector: 'button', text: '+ Filter' });
  await page.privateClick({ selector: '.faces label', text: 'Formula' });
  await page.privateFill('#formula-filter-2', 'discount < 0%');
  await page.press('Enter');
  await tabTo(page, 'What the filter does', 'Shift+Tab');
  await page.type('Colour');
  await expect.poll(() => readEffects(page)).toEqual(effects);
  await page.press('Escape');

  // Kept under a name, there after a reload.
  await page.privateClick('button.view-name');
  await page.privateClick({ selector: 'button', text: 'Save as…' });
  await page.privateFill('input[aria-label="Name of the new view"]', 'Short and cheap');
  await page.press('Enter');
  await waitForWords(page, 'Short and cheap');
  await page.reload();
  await waitForPass(page);
  expect(await readEffects(page)).toEqual(effects);
  await waitForWords(page, 'Short and cheap');

  // Sent, looked at, taken up.
  await page.privateClick('button.view-name');
  await page.privateClick({ selector: 'button', text: 'Copy as text' });
  await expect.poll(() => page.privateText()).toContain('on the clipboard');
  await page.privateClick({ selector: '.views button', text: 'Everything' });
  await expect.poll(() => readEffects(page)).toEqual({});
  await page.privateClick({ selector: 'button', text: 'Paste a view…' });
  await page.privateClick('.paste textarea');
  await page.press('Control+v');
  await waitForWords(page, 'Fades rows unless payments left is below 24 payments.');
  await waitForWords(page, 'Colours rows green if discount is below 0 %.');
  await page.privateClick({ selector: 'button', text: 'Add this view' });
  await expect.poll(() => readEffects(page)).toEqual(effects);
});

/** How many rows of the page have which effect. */
function readEffects(page: TestPage): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('[data-bondlens-row][data-bondlens-effect]');
    const counts: Record<string, number> = {};
    for (const { dataset } of rows) {
      const effect = dataset['bondlensEffect'] ?? '';
      counts[effect] = (counts[effect] ?? 0) + 1;
    }
    return counts;
  });
}

/** What has the focus in a private root, by its name or its text. */
function readFocused(page: TestPage): Promise<string[]> {
  return page.evaluatePrivate((roots) =>
    roots.map(
      ({ activeElement }) => activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '',
    ),
  );
}

/** Walks on with the Tab key until something of this name has the focus. */
async function tabTo(page: TestPage, name: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    const focused = await readFocused(page);
    if (focused.some((one) => one.startsWith(name))) return;
    await page.press(key);
  }
  throw new Error(`The Tab key does not lead to “${name}”.`);
}

async function waitForFocus(page: TestPage, name: string): Promise<void> {
  await expect.poll(() => readFocused(page)).toContainEqual(expect.stringContaining(name));
}

/** Waits for words of the person's own, which are drawn by a style. */
async function waitForWords(page: TestPage, words: string): Promise<void> {
  await page.waitForPrivate(
    (roots, wanted) =>
      roots.some((root) =>
        [...root.querySelectorAll<HTMLElement>('[data-text]')].some(
          ({ dataset }) => dataset['text'] === wanted,
        ),
      ),
    words,
  );
}
