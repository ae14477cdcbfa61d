import { expect, test } from './fixture.ts';
import { openMarket, readMarks, waitForPass } from './market-page.ts';

// A table that nobody promised: the site's class, headers in no language, cells that tell nothing.
const strange = `<table class="investments"><thead><tr><th>Qwx</th><th>Zrt</th><th>Plm</th></tr></thead>
<tbody><tr class="offer"><td>~~</td><td>##</td><td>::</td></tr><tr class="offer"><td>~</td><td>#</td><td>:</td></tr></tbody></table>`;

test('A page that is not understood is left untouched and says so', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await page.evaluate((html) => {
    const content = document.querySelector('#secondmarket-content');
    if (content !== null) content.innerHTML = html;
  }, strange);
  await waitForPass(page, 'unreadable');
  await expect.poll(() => page.privateText()).toMatch(/not underst|understand/);
  const left = await page.evaluate(() => document.querySelector('#secondmarket-content')?.innerHTML);
  expect(left).toBe(await page.evaluate(toMarkup, strange));
  expect(await readMarks(page)).toMatchObject({ rows: 2, read: 0, annotated: 0, columns: [] });
});

test('A page that becomes readable again is annotated again', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const before = await page.evaluate((html) => {
    const content = document.querySelector('#secondmarket-content');
    const kept = content?.cloneNode(true) as HTMLElement;
    for (const ours of kept.querySelectorAll('.bondlens-cell')) ours.remove();
    if (content !== null) content.innerHTML = html;
    return kept.innerHTML;
  }, strange);
  await waitForPass(page, 'unreadable');
  await page.evaluate((html) => {
    const content = document.querySelector('#secondmarket-content');
    if (content !== null) content.innerHTML = html;
  }, before);
  await expect.poll(() => readMarks(page)).toMatchObject({ state: 'ready', rows: 50, annotated: 50 });
});

test('Other pages of the site are left alone', async ({ testBrowser }) => {
  const page = await testBrowser.openPage('https://www.bondora.com/en/login');
  const market = await openMarket(testBrowser);
  await market.close();
  expect(await page.evaluate(() => document.documentElement.dataset['bondlens'] ?? null)).toBeNull();
  expect(await page.evaluate(() => document.querySelectorAll('[class*="bondlens"]').length)).toBe(0);
});

/** How the browser itself writes this markup. */
function toMarkup(html: string): string {
  const box = document.createElement('div');
  box.innerHTML = html;
  return box.innerHTML;
}
