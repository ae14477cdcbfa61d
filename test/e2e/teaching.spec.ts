import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import { findAxeViolations, findAxeViolationsInFrames } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { readColumn, waitForPass } from './market-page.ts';
import { openPopup } from './popup-page.ts';

/** An address that nobody promised, with words that no vocabulary has, classes that say nothing, and no ids. */
const address = 'https://www.bondora.com/en/unheard-of';
const rows = [
  ['2210417', 'B', '23,5 %', '12 / 60', '1.104,50 €', '980,25 € (-15%)'],
  ['2210533', 'HR', '61,25 %', '3 / 36', '44,1 €', '21,4 € (-5%)'],
  ['2211090', 'AA', '9 %', '58 / 60', '7,5 €', '7,02 € (2%)'],
] as const;
const headers = ['Tohu', 'Taumata', 'Huamoni', 'Tatau', 'Kei mua', 'Utu'];
const lessons = [
  ['Tohu', 'loan number'],
  ['Taumata', 'rating'],
  ['Huamoni', 'interest'],
  ['Tatau', 'next payment of'],
  ['Kei mua', 'future scheduled'],
  ['Utu', 'price with discount'],
] as const;

test('A page that nobody knows is taught by pointing, read from then on, and forgotten', async ({
  testBrowser,
}) => {
  const page = await openStrangePage(testBrowser);
  const untouched = await readBody(page);
  await openTeaching(testBrowser, page, 'Bondlens does not know this page.');
  expect(await readBody(page)).toBe(untouched);

  // A report shows what would be copied, and none of the page's values.
  await page.privateClick({ selector: 'button', text: 'Copy page report' });
  await waitForWords(page, 'It is sent nowhere.');
  const report = await page.privateText();
  expect(report).toContain('Taumata');
  for (const value of ['2210417', '980,25', '61,25']) expect(report).not.toContain(value);
  await page.privateClick({ selector: 'button', text: 'Copy' });
  await waitForWords(page, 'The report is on the clipboard.');
  await page.privateClick({ selector: 'button', text: 'Back' });
  await waitForWords(page, 'Click the table of loans on the page');

  // The table with the keyboard, its columns by pointing: the page's own handlers hear nothing of it.
  await page.press('Enter');
  await waitForWords(page, 'Click a column on the page');
  for (const [header, field] of lessons) {
    await page.click({ selector: 'th', text: header });
    await page.waitForPrivate(
      (roots, name) =>
        roots.some((root) => root.querySelector('li.open .name')?.textContent?.includes(name) === true) &&
        roots.some(({ activeElement }) => activeElement?.getAttribute('role') === 'combobox'),
      header,
    );
    await page.type(field);
    await page.press('Enter');
  }
  await waitForWords(page, 'price 980,25 € , discount −15,0%');
  expect(await page.evaluate(() => document.body.dataset['clicks'] ?? '0')).toBe('0');
  expect(await findAxeViolationsInFrames(page)).toEqual({ frames: 1, violations: [] });

  await page.privateClick({ selector: 'button', text: 'Use it' });
  await waitForWords(page, 'Bondlens reads this page as you showed it.');
  await page.press('Escape');
  await expectRead(page);

  await page.reload();
  await showTable(page);
  await expectRead(page);

  await openTeaching(testBrowser, page, 'Bondlens reads this page.');
  await page.privateClick({ selector: 'button', text: 'Forget' });
  await page.waitFor(() => document.documentElement.dataset['bondlens'] === undefined);
  await page.press('Escape');
  await page.waitFor(
    () => document.querySelector('[data-bondlens-column], bondlens-bar, bondlens-teaching') === null,
  );
});

async function openStrangePage(browser: TestBrowser): Promise<TestPage> {
  const page = await browser.openPage(address);
  await showTable(page);
  return page;
}

/** The page shows its table, as pages do that load it by a script. */
async function showTable(page: TestPage): Promise<void> {
  await page.evaluate(
    (titles, lines) => {
      const write = (cells: readonly string[], name: string): string =>
        `<tr>${cells.map((cell) => `<${name} style="padding:6px 14px">${cell}</${name}>`).join('')}</tr>`;
      document.body.innerHTML = `<div lang="mi"><h1>Hokohoko</h1><table class="q7"><thead>${write(titles, 'th')}</thead><tbody>${lines.map((line) => write(line, 'td')).join('')}</tbody></table></div>`;
      for (const type of ['click', 'mousedown', 'pointerdown']) {
        document.querySelector('table')?.addEventListener(type, () => {
          document.body.dataset['clicks'] = String(Number(document.body.dataset['clicks'] ?? 0) + 1);
        });
      }
    },
    headers,
    rows,
  );
}

/** From the popup, as on a page where nothing of Bondlens is to be seen. */
async function openTeaching(browser: TestBrowser, page: TestPage, state: string): Promise<void> {
  const popup = await openPopup(browser);
  await popup.waitFor((wanted) => document.querySelector('#page-state')?.textContent === wanted, state);
  expect(await findAxeViolations(popup, '#this-page')).toEqual([]);
  await popup.click('#teach-page');
  await page.bringToFront();
  await waitForWords(page, 'Click the table of loans on the page');
}

/** Added columns stand there with the values that follow from what was taught. */
async function expectRead(page: TestPage): Promise<void> {
  await waitForPass(page);
  await expect
    .poll(async () => [...(await readColumn(page, 'discount')).values()])
    .toEqual([-0.15, -0.05, 0.02]);
  expect([...(await readColumn(page, 'paymentsLeft')).values()]).toEqual([49, 34, 3]);
  const quotients = [...(await readColumn(page, 'formula')).values()];
  expect(quotients.map((value) => value?.toFixed(4))).toEqual(
    [1104.5 / 980.25, 44.1 / 21.4, 7.5 / 7.02].map((value) => value.toFixed(4)),
  );
}

function readBody(page: TestPage): Promise<string> {
  return page.evaluate(() => document.body.innerHTML);
}

async function waitForWords(page: TestPage, words: string): Promise<void> {
  await expect.poll(async () => (await page.privateText()).replaceAll(/\s+/g, ' ')).toContain(words);
}
