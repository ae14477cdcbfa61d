import { startView } from '#lib/views/shipped-views.ts';
import { parseVariant, usualVariant } from '#test/sandbox/site/variant.ts';
import type { Sandbox } from '#test/sandbox/server.ts';
import { expect, test } from './fixture.ts';
import { findOptions, linkAccount } from './link-account.ts';
import { openMarket, readColumn, readMarks, waitForPass } from './market-page.ts';
import { openPopup, readPopup } from './popup-page.ts';

test('Every row has every added column before anything is linked', async ({ testBrowser, sandbox }) => {
  const page = await openMarket(testBrowser);
  expect(await readMarks(page)).toEqual({
    state: 'ready',
    rows: 50,
    read: 50,
    annotated: 50,
    columns: startView.columns.map(({ id }) => id),
    matches: { yes: 0, no: 0, unknown: 0 },
  });
  // What the page alone tells is right or unknown, never wrong.
  const discounts = await readColumn(page, 'discount');
  for (const [key, value] of discounts) expect([findDiscount(sandbox, key), null]).toContain(value);
  expect([...discounts.values()].filter((value) => value !== null).length).toBeGreaterThan(25);
  for (const value of (await readColumn(page, 'shareOfTermPaid')).values()) {
    expect(value ?? 0).toBeGreaterThanOrEqual(0);
    expect(value ?? 1).toBeLessThanOrEqual(1);
  }
  expect(page.errors()).toEqual([]);
});

test('With the mirror, every row has its exact discount and its days late', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  const listings = sandbox.world.listOpen().length;
  await expect.poll(async () => (await readPopup(popup)).listings).toBe(listings);

  const page = await openMarket(testBrowser, '?pageSize=100');
  const discounts = await readColumn(page, 'discount');
  expect(discounts.size).toBe(100);
  for (const [key, value] of discounts) expect(value).toBe(findDiscount(sandbox, key));
  expect([...(await readColumn(page, 'daysLate')).values()]).not.toContain(null);
});

test('A table that the page loads by itself is annotated, and the next page of it too', async ({
  testBrowser,
  sandbox,
}) => {
  sandbox.site.variant = parseVariant('loading:ajax', usualVariant);
  const page = await openMarket(testBrowser);
  await expect.poll(() => readMarks(page)).toMatchObject({ rows: 50, annotated: 50 });
  const first = await readColumn(page, 'discount');

  await page.click({ selector: 'a.js-page', text: '›' });
  await expect
    .poll(async () => [...(await readColumn(page, 'discount')).keys()].filter((key) => !first.has(key)))
    .toHaveLength(50);
  await expect.poll(() => readMarks(page)).toMatchObject({ state: 'ready', rows: 50, annotated: 50 });
});

test('A row that the page adds later is annotated alone', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  await page.evaluate(() => {
    const row = document.querySelector('tr.offer');
    const copy = row?.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll('.bondlens-cell')) ours.remove();
    copy.removeAttribute('data-bondlens-row');
    row?.parentElement?.prepend(copy);
  });
  await expect.poll(() => readMarks(page)).toMatchObject({ state: 'ready', rows: 51, annotated: 51 });
});

test('The page can be sorted by an added column, both ways, and back', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const before = [...(await readColumn(page, 'paymentsLeft')).keys()];
  const header = 'th[data-bondlens-column="paymentsLeft"] button';
  const known = async (): Promise<number[]> =>
    [...(await readColumn(page, 'paymentsLeft')).values()].filter((value) => value !== null);

  await page.click(header);
  await expect.poll(known).toEqual((await known()).toSorted((a, b) => a - b));
  await page.click(header);
  await expect.poll(known).toEqual((await known()).toSorted((a, b) => b - a));
  await page.click(header);
  await expect.poll(async () => [...(await readColumn(page, 'paymentsLeft')).keys()]).toEqual(before);
});

test('The switches of the popup take effect on the open page at once', async ({ testBrowser }) => {
  const page = await openMarket(testBrowser);
  const popup = await openPopup(testBrowser);

  await popup.click('#switch-columns');
  await expect.poll(() => readMarks(page)).toMatchObject({ state: 'ready', columns: [] });
  await popup.click('#switch-columns');
  await expect
    .poll(() => readMarks(page))
    .toMatchObject({ columns: startView.columns.map(({ id }) => id), annotated: 50 });

  await popup.click('#switch-overlay');
  await waitForPass(page, 'off');
  expect(await countOurs(page)).toBe(0);
  await popup.click('#switch-overlay');
  await expect.poll(() => readMarks(page)).toMatchObject({ state: 'ready', annotated: 50 });
});

/** Everything of ours that stands in a page. */
function countOurs(page: { evaluate<R>(run: () => R): Promise<Awaited<R>> }): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(
        (element) =>
          element.localName.startsWith('bondlens') ||
          element.matches('[class*="bondlens"], [data-bondlens-row], [data-bondlens-column]'),
      ).length,
  );
}

/** The discount of a listing as a fraction, by the world itself. */
function findDiscount({ world }: Sandbox, listingId: string): number | undefined {
  const listing = world.findListing(listingId);
  return listing && listing.discount / 100;
}
