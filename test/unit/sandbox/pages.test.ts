import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createFormats } from '#test/sandbox/site/formats.ts';
import { columns, usualColumns } from '#test/sandbox/site/columns.ts';
import { languages, type Language } from '#test/sandbox/site/languages.ts';
import { writeListPage } from '#test/sandbox/site/list-page.ts';
import { secondMarket } from '#test/sandbox/site/list.ts';
import { parseVariant, usualVariant, writeVariant, type PageVariant } from '#test/sandbox/site/variant.ts';
import { getPrice } from '#test/sandbox/world/money.ts';
import { getOffer } from '#test/sandbox/world/offer.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';

const world = createWorld({ seed: 5, listings: 240, holdings: 20, startedAt: Date.UTC(2026, 10, 22, 12) });

function open(query = '', variant: PageVariant = usualVariant, language: Language = 'en'): Document {
  const html = writeListPage(
    secondMarket,
    world,
    {
      address: new URL(`https://www.bondora.com/${language}/secondmarket${query}`),
      style: { prefix: language, language, variant, formats: createFormats(variant, language) },
      investor: 0,
      rememberedColumns: undefined,
    },
    { prefix: language, title: '', user: 'Investor', current: 'secondmarket', loading: variant.loading },
  );
  return new JSDOM(html).window.document;
}

const texts = (elements: Iterable<Element>): string[] =>
  [...elements].map((element) => element.textContent.trim());

describe('the secondary market page', () => {
  it('shows the first offers with the usual columns and a hidden row of details each', () => {
    const page = open();
    expect(texts(page.querySelectorAll('.investments thead th'))).toEqual(
      usualColumns.map((id) => columns[id][0]),
    );
    const rows = [...page.querySelectorAll<HTMLTableRowElement>('.investments > tbody > tr.offer')];
    expect(rows).toHaveLength(50);
    rows.forEach((row, at) => {
      const listing = world.listOpen()[at];
      if (!listing) throw new Error('too many rows');
      const offer = getOffer(world, listing);
      const id = world.getListingId(listing);
      expect(row.dataset['id']).toBe(id);
      expect(row.querySelector('input')?.value).toBe(id);
      expect(row.querySelector('a')?.getAttribute('href')).toBe(
        `/en/Auction/Show/${world.getAuctionId(offer.loan)}`,
      );
      expect(row.cells[6]?.textContent).toBe(
        `${offer.standing.nextPaymentNumber} / ${offer.standing.payments}`,
      );
      const cost = /^([\d,.]+) € \((\+?)(\d+)%\)$/.exec(row.querySelector('.item-cost')?.textContent ?? '');
      expect(Number(cost?.[1]?.replace(',', ''))).toBeCloseTo(
        getPrice(offer.loan, offer.standing, offer.part, listing),
        1,
      );
      const { discount } = listing;
      expect(cost?.[3]).toBe(String(Math.abs(discount)));
      expect(cost?.[2]).toBe(discount > 0 ? '+' : '');
      const details = row.nextElementSibling as HTMLTableRowElement;
      expect(details.cells).toHaveLength(1);
      expect(details.cells[0]?.colSpan).toBe(row.cells.length);
      expect(details.style.display).toBe('none');
      expect(details.querySelector('table.table tr.total')).not.toBeNull();
    });
  });

  it('turns pages, changes sizes and columns by the address', () => {
    const page = open('?pageNr=3&pageSize=20&columns=cost,rating,number');
    expect(texts(page.querySelectorAll('.investments thead th'))).toEqual(['Cost', 'Rating', 'Loan number']);
    expect(page.querySelectorAll('tr.offer')).toHaveLength(20);
    expect(page.querySelector('tr.offer')?.getAttribute('data-id')).toBe(
      world.getListingId(world.listOpen()[40] as never),
    );
    expect(page.querySelector('.pagination .active')?.textContent).toBe('3');
    const hrefs = [...page.querySelectorAll('.pagination a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/en/secondmarket?pageNr=2&pageSize=20&columns=cost%2Crating%2Cnumber');
  });

  it('filters by its own form and keeps what was filled in', () => {
    const page = open(
      '?search=search&SecondMarketSearch.Ratings=B&SecondMarketSearch.Ratings=C&SecondMarketSearch.DesiredDiscountRateMax=-1&pageSize=200',
    );
    const ratings = texts(page.querySelectorAll('tr.offer .rating'));
    expect(ratings.length).toBeGreaterThan(5);
    expect(new Set(ratings)).toEqual(new Set(['B', 'C']));
    expect(texts(page.querySelectorAll('.item-cost')).filter((text) => /\((\+|0%)/.test(text))).toEqual([]);
    const ticked = [
      ...page.querySelectorAll<HTMLInputElement>('input[name="SecondMarketSearch.Ratings"]:checked'),
    ];
    expect(ticked.map((box) => box.value)).toEqual(['B', 'C']);
    const max = page.querySelector<HTMLInputElement>(
      'input[name="SecondMarketSearch.DesiredDiscountRateMax"]',
    );
    expect(max?.value).toBe('-1');
  });

  it('says so when nothing is found', () => {
    const page = open('?SecondMarketSearch.PriceMin=99999999');
    expect(texts(page.querySelectorAll('.investments tbody tr'))).toEqual(['No offers match your search.']);
  });

  it.each(languages)('is worded in %s throughout', (language) => {
    const page = open('', usualVariant, language);
    expect(page.documentElement.lang).toBe(language);
    const heads = texts(page.querySelectorAll('.investments thead th'));
    expect(heads).toEqual(usualColumns.map((id) => columns[id][languages.indexOf(language)]));
  });

  it('hides its ids where the variant says, and comes late or by script', () => {
    const bare = open('', { ...usualVariant, ids: [], details: 'none' });
    expect(bare.querySelector('.investments')?.innerHTML).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(bare.querySelector('.detail-row')).toBeNull();
    const late = open('', { ...usualVariant, late: 500 });
    expect(late.querySelector('.investments')).toBeNull();
    expect(late.querySelector<HTMLElement>('#secondmarket-content')?.dataset['late']).toBe('500');
  });
});

describe('the formats of a page', () => {
  const write = (variant: Partial<PageVariant>, language: Language = 'en') =>
    createFormats({ ...usualVariant, ...variant }, language);

  it('are those of the language until the user chooses others', () => {
    expect(write({}).money(1669.58)).toBe('1,669.58 €');
    expect(write({}, 'de').money(1669.58)).toBe('1.669,58 €');
    expect(write({}, 'et').money(-1669.5)).toBe('-1\u00a0669,50 €');
    expect(write({ numbers: 'comma-thin' }).money(1234567)).toBe('1\u202f234\u202f567,00 €');
    expect(write({}, 'fi').day(20454 as never)).toBe('1.1.2026');
    expect(write({}).day(20454 as never)).toBe('01/01/2026');
  });

  it('drop zeros, and put the euro sign where it is wanted', () => {
    const dropping = write({ numbers: 'comma-point', zeros: 'dropped', currency: 'tight' });
    expect([dropping.money(171.8), dropping.money(1000), dropping.percent(20)]).toEqual([
      '171,8€',
      '1.000€',
      '20%',
    ]);
    expect(write({ currency: 'before' }).money(-4.12)).toBe('-€4.12');
    expect(write({}).money(-0.001)).toBe('0.00 €');
  });

  it('are read from an address and written back', () => {
    const variant = parseVariant('numbers:comma-thin,ids:href+data,late:500,missing:dash', usualVariant);
    expect(variant).toMatchObject({
      numbers: 'comma-thin',
      ids: ['href', 'data'],
      late: 500,
      missing: 'dash',
    });
    expect(parseVariant(writeVariant(variant), usualVariant)).toEqual(variant);
    expect(writeVariant(usualVariant)).toBe('');
    expect(() => parseVariant('numbers:roman', usualVariant)).toThrow('No page variant');
  });
});
