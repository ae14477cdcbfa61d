import type { TestPage } from '#test/browsers/test-browser.ts';
import { expect, test } from './fixture.ts';
import { openMarket, readColumn, readMarks, setFilter, waitForPass } from './market-page.ts';

const formula = 'payments left < 24';

test('Rows that do not match fade, and the counts agree with the values shown', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await setFilter(page, formula);
  const values = [...(await readColumn(page, 'paymentsLeft')).values()];
  const matches = {
    yes: values.filter((value) => value !== null && value < 24).length,
    no: values.filter((value) => value !== null && value >= 24).length,
    unknown: values.filter((value) => value === null).length,
  };
  expect(matches.yes).toBeGreaterThan(0);
  expect(matches.no).toBeGreaterThan(0);
  await expect.poll(async () => (await readMarks(page)).matches).toEqual(matches);
  await expect.poll(() => page.privateText()).toContain(`${matches.yes}\nmatch`);

  const look = await readLook(page);
  expect(look.yes).toEqual({ faded: 0, hidden: 0 });
  expect(look.no).toEqual({ faded: matches.no, hidden: 0 });
});

test('Rows that do not match can be hidden, and come back', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await setFilter(page, formula);
  const { matches } = await readMarks(page);
  await page.privateClick({ selector: 'label', text: 'Hide' });
  await expect.poll(async () => (await readLook(page)).no.hidden).toBe(matches.no);
  expect((await readLook(page)).yes.hidden).toBe(0);
  await page.privateClick({ selector: 'label', text: 'Fade' });
  await expect.poll(async () => (await readLook(page)).no).toEqual({ faded: matches.no, hidden: 0 });
});

test('A filter is remembered over a reload and over a restart of the browser', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await setFilter(page, formula);
  const { matches } = await readMarks(page);
  await page.reload();
  await waitForPass(page);
  expect((await readMarks(page)).matches).toEqual(matches);

  await testBrowser.restart();
  const again = await openMarket(testBrowser);
  expect((await readMarks(again)).matches).toEqual(matches);
  await expect.poll(() => again.privateText()).toContain(formula);
});

test('A faulty formula judges no row and says where the fault is', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await page.privateFill('input[aria-label="Filter formula"]', 'discout < -10%');
  await page.press('Enter');
  await expect.poll(() => page.privateText()).toMatch(/“discout” is not known here[^]*1–7/);
  expect((await readMarks(page)).matches).toEqual({ yes: 0, no: 0, unknown: 0 });
});

test('A row tells why it does not match', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await setFilter(page, formula);
  const row = await page.waitFor(
    () => document.querySelector<HTMLElement>('[data-bondlens-match="no"]')?.dataset['bondlensRow'],
  );
  await page.privateClick({ selector: 'button.no', within: `[data-bondlens-row="${row}"]` });
  const left = (await readColumn(page, 'paymentsLeft')).get(row);
  await expect.poll(() => page.privateText()).toMatch(new RegExp(`payments left[^]*\\b${left}\\b`, 'i'));
});

interface Look {
  faded: number;
  hidden: number;
}

/** How many rows of each verdict are faded or hidden, by what the browser makes of the styles. */
function readLook(page: TestPage): Promise<{ yes: Look; no: Look }> {
  return page.evaluate(() => {
    const look = (match: string): Look => {
      const rows = [...document.querySelectorAll(`[data-bondlens-match="${match}"]`)];
      const styles = rows.map((row) => getComputedStyle(row));
      const cells = rows.map((row) => getComputedStyle(row.firstElementChild ?? row));
      return {
        faded: styles.filter((style, i) => Number(style.opacity) * Number(cells[i]?.opacity) < 0.8).length,
        hidden: styles.filter((style) => style.display === 'none').length,
      };
    };
    return { yes: look('yes'), no: look('no') };
  });
}
