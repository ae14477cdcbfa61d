import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { investmentColumns, oldMarketColumns } from '#test/sandbox/site/columns.ts';
import { usualVariant } from '#test/sandbox/site/variant.ts';
import { useSandbox } from './use-sandbox.ts';

const box = useSandbox({
  seed: 7,
  listings: 60,
  holdings: 30,
  now: () => Date.UTC(2026, 10, 22, 12),
});
// Details are long, and other tests look at them.
beforeAll(() => {
  box.sandbox.site.variant = { ...usualVariant, details: 'none' };
});
const parser = new new JSDOM('').window.DOMParser();

async function open(path: string, host = 'www.bondora.com'): Promise<Document> {
  const answer = await box.ask(`https://${host}${path}`);
  expect(answer.status).toBe(200);
  return parser.parseFromString(await answer.text(), 'text/html');
}

const texts = (elements: Iterable<Element>): string[] =>
  [...elements].map((element) => element.textContent.trim());

/** The text of a cell under a header. */
const column = (page: Document, header: string): string[] => {
  const at = texts(page.querySelectorAll('thead th')).indexOf(header);
  return texts(page.querySelectorAll(`tr.offer > td:nth-child(${at + 1})`));
};

describe('the site', () => {
  it('shows the investments of who is signed in, with what is on sale at which discount', async () => {
    const page = await open('/en/investments?pageSize=200');
    const held = box.sandbox.world.parts.filter((part) =>
      part.holdings?.some(({ owner, sold }) => owner === 0 && !sold),
    );
    const { world } = box.sandbox;
    expect(column(page, 'Investment number')).toEqual(
      held.map((part) => `${world.getLoan(part.loan).number}-${part.bidNumber}`),
    );
    const onSale = world.listOpen().filter(({ seller }) => seller === 0);
    expect(onSale.length).toBeGreaterThan(0);
    const markups = [...page.querySelectorAll<HTMLInputElement>('input[name=DesiredDiscountRate]')];
    const asked = markups.map(({ value }) => value).filter((value) => value !== '');
    expect(asked.toSorted()).toEqual(onSale.map(({ discount }) => String(discount)).toSorted());
    expect(page.querySelectorAll('.sale-state')).toHaveLength(onSale.length);
  });

  it('searches the investments by number, rating and lateness', async () => {
    const all = await open('/en/investments?pageSize=200');
    const [wanted = ''] = column(all, 'Investment number');
    const one = await open(`/en/investments?search=search&InvestmentSearch.InvestmentNumberOnly=${wanted}`);
    expect(column(one, 'Investment number')).toEqual([wanted]);
    const late = await open('/en/investments?search=search&InvestmentSearch.HasDebt=true&pageSize=200');
    const days = column(late, 'Days late');
    expect(days.length).toBeGreaterThan(0);
    expect(days).not.toContain('0');
    const rated = await open('/en/investments?search=search&InvestmentSearch.Ratings=C&pageSize=200');
    expect(new Set(column(rated, 'Rating'))).toEqual(new Set(['C']));
  });

  it('lists the open auctions, each with its bid box', async () => {
    const page = await open('/de/auction');
    const { world } = box.sandbox;
    expect(column(page, 'Kreditnummer')).toEqual(
      world.auctions.map(({ loan }) => String(world.getLoan(loan).number)),
    );
    expect(page.querySelectorAll('.js-bid')).toHaveLength(world.auctions.length);
  });

  it('shows any column of a list that the address asks for, and none of another list', async () => {
    const page = await open(`/en/investments?columns=xirr,${investmentColumns.join()}`);
    expect(page.querySelectorAll('thead th')).toHaveLength(investmentColumns.length);
  });

  it('gives the cash flow of months that add up to the balance', async () => {
    const page = await open(
      '/en/cashflow/searchcashflow?StartYear=2016&StartMonth=1&EndYear=2026&EndMonth=11',
    );
    const read = (row: Element): number[] =>
      texts(row.querySelectorAll('td'))
        .slice(1)
        .map((text) => Number(text.replaceAll(/[ €,]/g, '')));
    const months = [...page.querySelectorAll('tbody > tr')].filter((row) =>
      row.querySelector('a[data-month]'),
    );
    expect(months.length).toBeGreaterThan(3);
    let closed = 0;
    for (const month of months) {
      const [opening = 0, deployed = 0, invested = 0, principal = 0, interest = 0, , closing = 0] =
        read(month);
      expect(opening).toBeCloseTo(closed, 1);
      expect(opening + deployed + invested + principal + interest).toBeCloseTo(closing, 1);
      closed = closing;
    }
    expect(closed).toBeCloseTo(box.sandbox.world.investors[0]?.balance ?? 0, 1);
    const totals = [...page.querySelectorAll('tr.total')].map((row) => read(row));
    expect(totals).toHaveLength(2);
    expect(totals[0]).toEqual(totals[1]);
    expect(totals[0]?.[6]).toBe(closed);
  });

  it('says so when there were no payments, and refuses months that are none', async () => {
    const page = await open(
      '/de/cashflow/searchcashflow?StartYear=2001&StartMonth=1&EndYear=2001&EndMonth=2',
    );
    expect(page.body.textContent).toBe('Im gewählten Zeitraum wurden keine Zahlungen gefunden.');
    const odd = await box.ask('https://www.bondora.com/en/cashflow?StartMonth=soon');
    expect(odd.status).toBe(400);
  });

  it('tells the numbers of the dashboard rounded, and exactly beside', async () => {
    const answer = await box.ask('https://www.bondora.com/en/dashboard/overviewnumbers/');
    const { ShowOverview, Stats } = (await answer.json()) as {
      ShowOverview: boolean;
      Stats: { Title: string; Value: string; ValueTooltip: string }[];
    };
    expect(ShowOverview).toBe(true);
    expect(Stats.map(({ Title }) => Title)).toEqual([
      'Account value',
      'Net profit',
      'Yield',
      'Portfolio value',
      'Available funds',
    ]);
    const more = await open('/en/dashboard/statnumbers/');
    const cells = texts(more.querySelectorAll('td'));
    expect(cells[2]).toBe(Stats[4]?.ValueTooltip);
    expect(cells[14]).toBe(Stats[3]?.ValueTooltip);
  });

  it('writes generation A’s offers as pairs of rows, price eleventh and return twelfth', async () => {
    const page = await open('/en/Invest/Secondary-Market?pageSize=5&pageNr=2&variant=details:inline');
    const rows = [...page.querySelectorAll('.loansales_table tr')];
    expect(rows[0]?.querySelectorAll('th')).toHaveLength(oldMarketColumns.length);
    expect(rows).toHaveLength(11);
    for (const main of rows.filter((_, at) => at % 2 === 1)) {
      expect(main.querySelector(':scope > .title a')?.getAttribute('href')).toMatch(/\/Auction\/Show\//);
      expect(main.children[10]?.firstElementChild?.firstElementChild?.textContent).toMatch(/\(-?\d+%\)$/);
      expect(main.children[11]?.textContent).toMatch(/^\d+\.\d%$|^-%$/);
      expect(main.nextElementSibling?.className).toBe('info');
    }
  });

  it('writes generation A’s investments with header first, lights, and totals last', async () => {
    const page = await open('/de/MyAccount/MyInvestmentsAll');
    const rows = [...page.querySelectorAll('.oldtable tr')];
    expect(rows[0]?.querySelectorAll('th')).toHaveLength(14);
    expect(page.querySelectorAll('.oldtable td:nth-child(3) .dot_green').length).toBeGreaterThan(0);
    expect(rows.at(-1)?.className).toBe('total');
    expect(page.querySelectorAll('table.status tr')).toHaveLength(3);
  });

  it('serves generation C as an empty shell under a strict policy, its table apart and without known classes', async () => {
    const shell = await box.ask('https://app.bondora.com/en/secondmarket');
    expect(shell.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
    expect(await shell.text()).not.toMatch(/<table|style=|<style|<script>/);
    const list = await open('/en/secondmarket/list?pageSize=5&sort=3.desc', 'app.bondora.com');
    expect(list.querySelectorAll('tbody tr[data-id]')).toHaveLength(5);
    expect(list.querySelector('.investments, .item-cost, .offer, [style]')).toBeNull();
    const interests = texts(list.querySelectorAll('tbody tr[data-id] > td:nth-child(4)'));
    expect(interests.map(Number.parseFloat)).toEqual(
      interests.map(Number.parseFloat).toSorted((one, other) => other - one),
    );
  });

  it('shows the same list as an app, in unknown classes or at night where the variant says so', async () => {
    expect((await open('/en/investments?variant=generation:C')).querySelector('#app')).not.toBeNull();
    const page = await open('/en/secondmarket?variant=classes:unknown,look:dark,broken:totals+repeated');
    expect(page.querySelector('table.investments, .offer')).toBeNull();
    expect(page.querySelector('style')?.textContent).toContain('color-scheme:dark');
    expect(page.querySelector('tr.total')).not.toBeNull();
    const styled = page.querySelector('tbody tr')?.className ?? '?';
    expect(page.querySelector('style')?.textContent).toContain(`.${styled}>td`);
    expect(page.querySelectorAll('script')[1]?.textContent).toContain(`'tr.${styled}'`);
  });
});
