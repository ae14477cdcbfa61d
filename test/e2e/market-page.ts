import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';

export const marketAddress = 'https://www.bondora.com/en/secondmarket';

/** What Bondlens left on a page, by the marks of its contract. */
export interface MarketMarks {
  /** `data-bondlens` of the document. */
  state: string | null;
  /** Main rows of the page's own table. */
  rows: number;
  /** Rows that were read. */
  read: number;
  /** Rows with every added column. */
  annotated: number;
  /** Ids of the added columns in the order of the first row. */
  columns: string[];
  matches: { yes: number; no: number; unknown: number };
}

/** Opens the secondary market and waits until a pass over it has settled. */
export async function openMarket(browser: TestBrowser, query = ''): Promise<TestPage> {
  const page = await browser.openPage(marketAddress + query);
  await waitForPass(page);
  return page;
}

/** Waits until Bondlens has settled on the page as it is now, in one way or another. */
export async function waitForPass(page: TestPage, state = 'ready'): Promise<void> {
  await page.waitFor((wanted) => document.documentElement.dataset['bondlens'] === wanted, state);
}

/** Reads the marks on a page. */
export function readMarks(page: TestPage): Promise<MarketMarks> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.investments > tbody > tr.offer')];
    const read = rows.filter((row) => row.hasAttribute('data-bondlens-row'));
    const columnsOf = (row: Element): string[] =>
      [...row.querySelectorAll<HTMLElement>('[data-bondlens-column][data-value]')].map(
        (cell) => cell.dataset['bondlensColumn'] ?? '',
      );
    const columns = read[0] === undefined ? [] : columnsOf(read[0]);
    const count = (match: string): number =>
      rows.filter((row) => row.dataset['bondlensMatch'] === match).length;
    return {
      state: document.documentElement.dataset['bondlens'] ?? null,
      rows: rows.length,
      read: read.length,
      annotated: read.filter((row) => columns.length > 0 && columnsOf(row).join() === columns.join()).length,
      columns,
      matches: { yes: count('yes'), no: count('no'), unknown: count('unknown') },
    };
  });
}

/** The raw values of an added column by row key, in the order of the page; null where unknown. */
export async function readColumn(page: TestPage, column: string): Promise<Map<string, number | null>> {
  const entries = await page.evaluate((id) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-bondlens-row]')];
    return rows.map((row): [string, string] => [
      row.dataset['bondlensRow'] ?? '',
      row.querySelector<HTMLElement>(`[data-bondlens-column="${id}"]`)?.dataset['value'] ?? 'no cell',
    ]);
  }, column);
  return new Map(entries.map(([key, value]) => [key, value === '' ? null : Number(value)]));
}

/** Types a formula into the filter bar and waits until every row that was read was judged by it. */
export async function setFilter(page: TestPage, formula: string): Promise<void> {
  await page.privateFill(filterField, formula);
  await page.press('Enter');
  await page.waitFor(() => {
    const rows = [...document.querySelectorAll('[data-bondlens-row]')];
    return (
      document.documentElement.dataset['bondlens'] === 'ready' &&
      rows.length > 0 &&
      rows.every((row) => row.hasAttribute('data-bondlens-match'))
    );
  });
}

const filterField = 'input[aria-label="Filter formula"]';
