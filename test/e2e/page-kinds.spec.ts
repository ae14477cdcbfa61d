import type { TestPage } from '#test/browsers/test-browser.ts';
import { listPageKinds } from '#test/demo/page-kinds.ts';
import { findAxeViolationsInFrames } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { waitForPass } from './market-page.ts';

/** What lies over a page: rows that were read, all with the same cells of ours, and the ids of these. */
function readOverlay(page: TestPage): Promise<{ rows: number; columns: string[]; uneven: number }> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-bondlens-row]')];
    const columnsOf = (row: Element): string[] =>
      [...row.querySelectorAll<HTMLElement>(':scope > [data-value]')].map(
        (cell) => cell.dataset['bondlensColumn'] ?? '',
      );
    const columns = rows[0] === undefined ? [] : columnsOf(rows[0]);
    const uneven = rows.filter((row) => columnsOf(row).join() !== columns.join()).length;
    return { rows: rows.length, columns, uneven };
  });
}

/** All months that have values of ours, with what they show. */
function readMonths(page: TestPage): Promise<{ month: string; share: string; difference: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#cashflow-content tr:has(> [data-value])')].map((row) => {
      const read = (id: string): string =>
        row.querySelector<HTMLElement>(`[data-bondlens-column="${id}"]`)?.dataset['value'] ?? 'no cell';
      return {
        month: row.querySelector('td')?.textContent ?? '',
        share: read('receivedOfPlanned'),
        difference: read('receivedMinusPlanned'),
      };
    }),
  );
}

test('Lists of every kind and generation have columns, filter and notes; the dashboard is left alone', async ({
  testBrowser,
  sandbox,
}) => {
  // A page that asks for nothing later: what a page asks for when one leaves it ends in an error of its own.
  const page = await testBrowser.openPage('https://www.bondora.com/en/secondmarket');
  const kinds = new Map(listPageKinds(sandbox.world).map(({ name, address }) => [name, address]));
  const market = ['discount', 'yieldToMaturity', 'paymentsLeft', 'daysLate', 'shareOfTermPaid', 'formula'];
  const holdings = ['daysLate', 'paymentsLeft', 'shareOfTermPaid', 'formula'];
  for (const [name, columns] of [
    ['primary-market', ['formula', 'formula-2']],
    ['investments', holdings],
    ['secondary-market-a', market],
    ['investments-a', holdings],
    ['secondary-market-c', market],
  ] as const) {
    await page.goto(kinds.get(name) ?? '');
    await expect
      .poll(async () => ({ name, ...(await readOverlay(page)) }))
      .toMatchObject({ name, columns, uneven: 0 });
    expect((await readOverlay(page)).rows, name).toBeGreaterThan(5);
    await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('#filter') !== null));
    await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('button.empty') !== null));
    expect(page.errors(), name).toEqual([]);
  }

  // The app moves on by itself: from list to list, and its own sorting, which replaces the table.
  await page.click({ selector: '.css-nav a', text: 'Investments' });
  await expect.poll(() => readOverlay(page)).toMatchObject({ columns: holdings, uneven: 0 });
  await page.click({ selector: '.css-nav a', text: 'Secondary market' });
  await expect.poll(() => readOverlay(page)).toMatchObject({ columns: market, uneven: 0 });
  await page.click('th[data-sort]');
  await expect.poll(() => readOverlay(page)).toMatchObject({ rows: 50, columns: market, uneven: 0 });
  expect(await page.evaluate(() => (window as { pageErrors?: string[] }).pageErrors)).toEqual([]);

  await page.goto(kinds.get('dashboard') ?? '');
  expect(await page.evaluate(() => document.querySelectorAll('[class*="bondlens"]').length)).toBe(0);
});

test('The page of one loan has a card with its note; months of the cash flow are held against their plan', async ({
  testBrowser,
  sandbox,
}) => {
  const kinds = new Map(listPageKinds(sandbox.world).map(({ name, address }) => [name, address]));
  const page = await testBrowser.openPage(kinds.get('loan') ?? '');
  await waitForPass(page);
  const before = await page.evaluate(() => document.querySelector('table.table')?.outerHTML);
  await page.privateClick('.card button.note');
  await page.waitForPrivate((roots) => roots.some((root) => root.querySelector('form.note') !== null));
  await page.privateFill('form.note textarea', 'Seen on its own page');
  await page.privateClick('form.note button[type="submit"]');
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('.card button.note.note') !== null),
  );
  await page.press('Escape');
  const { violations } = await findAxeViolationsInFrames(page);
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('table.table')?.outerHTML)).toBe(before);

  await page.goto(kinds.get('cash-flow') ?? '');
  await expect.poll(async () => (await readMonths(page)).length).toBeGreaterThan(3);
  const all = await readMonths(page);
  for (const { month, share, difference } of all) {
    expect(month).toMatch(/^[A-Z][a-z]{2} \d{4}$/);
    expect(Number(share)).toBeGreaterThan(0);
    expect(Number(difference)).toBeLessThan(1000);
  }
  // Another period comes by script, in the place of the first.
  await page.evaluate(() => {
    const month = document.querySelector<HTMLSelectElement>('#StartMonth');
    if (month !== null) month.selectedIndex += 1;
  });
  await page.click('#search-cashflow');
  await expect.poll(() => readMonths(page)).toEqual(all.slice(1));
  expect(page.errors()).toEqual([]);
});
