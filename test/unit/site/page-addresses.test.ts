import { describe, expect, it } from 'vitest';
import {
  findLastGuid,
  findPageByAddress,
  formatPathPattern,
  normalizePath,
  siteLanguages,
} from '#lib/site/page-addresses.ts';
import type { PageKind } from '#lib/site/page-reading.ts';

const guid = '6f9619ff-8b86-d011-b42d-00cf4fc964ff';

/** Every address of the site that is known, by the kind of page behind it. */
const addresses: Record<PageKind, readonly string[]> = {
  'secondary-market': [
    'https://www.bondora.com/en/secondmarket',
    'https://www.bondora.com/en/secondmarket?search=search&pageNr=2&pageSize=200',
    'https://www.bondora.com/de/SecondMarket/',
    'https://www.bondora.com/en/SecondMarket/Index',
    'https://www.bondora.com/secondmarket',
    'https://bondora.com/et/secondmarket#top',
    'https://app.bondora.com/fi/secondmarket',
    'http://www.bondora.com/en//secondmarket',
    'https://www.bondora.ee/en/invest/secondary-market?SecondMarketSearch.Username=x&pageNr=1&pageSize=200',
    'https://www.bondora.de/de/Invest/Secondary-Market',
    'https://bondora.es/es/invest/secondary-market/',
  ],
  'primary-market': [
    'https://www.bondora.com/en/auction',
    'https://www.bondora.com/et/Auction/',
    'https://www.bondora.ee/en/invest/primary-market',
  ],
  investments: [
    'https://www.bondora.com/en/investments?search=search&InvestmentSearch.InvestmentNumberOnly=1-2',
    'https://app.bondora.com/en/investments',
    'https://www.bondora.co.uk/en/MyAccount/MyInvestmentsAll',
    'https://isepankur.ee/my-isepankur/investments',
    'https://www.isepankur.ee/minu-isepankur/investeeringud',
    'https://isepankur.ee/fi/minun-isepankur/sijoitukset',
    'https://isepankur.ee/mein-isepankur/investitionen',
    'https://isepankur.ee/mi-isepankur/inversiones',
    'https://isepankur.ee/moi-isepankur/investicii',
  ],
  loan: [
    `https://www.bondora.ee/en/Auction/Show/${guid}`,
    `https://www.bondora.com/auction/show/${guid.toUpperCase()}/`,
  ],
  'cash-flow': ['https://www.bondora.com/en/cashflow', 'https://www.bondora.com/de/CashFlow/?x=1'],
  dashboard: ['https://www.bondora.com/en/dashboard', 'https://app.bondora.com/de/dashboard/'],
  none: [
    'https://www.bondora.com/',
    'https://www.bondora.com/en',
    'https://www.bondora.com/en/',
    'https://www.bondora.com/en/login',
    'https://app.bondora.com/en/login',
    'https://www.bondora.com/en/authorize/logout',
    'https://www.bondora.ee/en/FormsAuthentication/logout',
    'https://www.bondora.com/en/dashboard/overviewnumbers/',
    'https://www.bondora.com/en/dashboard/statnumbers/',
    'https://www.bondora.com/en/gogrow/',
    'https://www.bondora.com/en/cashflow/searchcashflow?StartYear=2018&StartMonth=1&EndYear=2018&EndMonth=2',
    'https://www.bondora.com/en/reports',
    'https://www.bondora.com/en/statistics/getportfolioprofitability',
    'https://www.bondora.com/en/public-reports',
    'https://www.bondora.com/page/show/public-reports',
    'https://www.bondora.com/datasets',
    'https://www.bondora.com/en/public-statistics',
    'https://www.bondora.com/oauth/authorize?client_id=secondmarket',
    'https://www.bondora.com/pl/secondary-market',
    'https://www.bondora.com/de/sekundarmarkt',
    'https://www.bondora.com/blog/secondmarket',
    'https://www.bondora.com/en/security',
    'https://api.bondora.com/login',
    'https://api.bondora.com/en/secondmarket',
    'https://help.bondora.com/en/secondmarket',
    'https://www.bondora.com.evil.example/en/secondmarket',
    'https://evil-bondora.com/en/secondmarket',
    'https://www.bondora.fi/en/secondmarket',
    'https://example.com/en/secondmarket',
    'ftp://www.bondora.com/en/secondmarket',
    'file:///en/secondmarket',
    'https://www.bondora.com/en/secondmarkets',
    'https://www.bondora.com/en/secondmarket/buy',
    'https://www.bondora.com/xx/secondmarket',
    'https://www.bondora.com/en/Auction/Show/1234567',
    'https://www.bondora.com/en/auction/show',
    'https://www.bondora.com/en/%E0%A4%A',
  ],
};
const kinds = Object.keys(addresses) as PageKind[];

describe('findPageByAddress', () => {
  it.each(kinds.flatMap((kind) => addresses[kind].map((address) => [address, kind] as const)))(
    'takes %s for %s',
    (address, kind) => {
      expect(findPageByAddress(new URL(address)).kind).toBe(kind);
    },
  );

  it('knows every language of the site as a prefix', () => {
    expect(siteLanguages).toHaveLength(24);
    for (const language of siteLanguages) {
      const url = new URL(`https://www.bondora.com/${language}/secondmarket`);
      expect(findPageByAddress(url)).toEqual({
        certainty: 'known',
        kind: 'secondary-market',
        generation: 'B',
      });
    }
  });

  it('tells the generation by host and path', () => {
    const generation = (address: string): unknown => findPageByAddress(new URL(address)).generation;
    expect(generation('https://www.bondora.com/en/secondmarket')).toBe('B');
    expect(generation('https://app.bondora.com/en/secondmarket')).toBe('C');
    expect(generation('https://www.bondora.ee/en/invest/secondary-market')).toBe('A');
    expect(generation('https://www.bondora.com/en/invest/secondary-market')).toBe('A');
  });

  it('leaves unknown addresses of the site open, and no others', () => {
    const certainty = (address: string): string => findPageByAddress(new URL(address)).certainty;
    expect(certainty('https://www.bondora.com/en/trade/listings')).toBe('open');
    expect(certainty('https://www.bondora.com/en/gogrow/transfer')).toBe('other');
    expect(certainty('https://example.com/en/trade/listings')).toBe('other');
    // An article on the public site, perhaps the list itself in the app.
    expect(certainty('https://www.bondora.com/en/secondary-market')).toBe('other');
    expect(certainty('https://app.bondora.com/en/secondary-market')).toBe('open');
  });
});

describe('normalizePath', () => {
  it('compares paths as the site does', () => {
    expect(normalizePath('/EN/SecondMarket//')).toBe('/secondmarket');
    expect(normalizePath('/english/x')).toBe('/english/x');
    expect(normalizePath('/')).toBe('');
  });
});

describe('findLastGuid', () => {
  it('finds the GUID that an address ends in', () => {
    expect(findLastGuid(new URL(`https://www.bondora.com/en/x/${guid.toUpperCase()}?a=1`))).toBe(guid);
    expect(findLastGuid(new URL(`https://www.bondora.com/en/${guid}/x`))).toBeUndefined();
  });
});

describe('formatPathPattern', () => {
  it.each([
    ['/', '/'],
    ['/en', '/'],
    ['/en/Trade/Listings/', '/trade/listings'],
    [`/de/auction/show/${guid}`, '/auction/show/*'],
    ['/lv/portfolio/1234567-11223344/parts/3', '/portfolio/*/parts/*'],
    ['/en/2fa/top10', '/2fa/top10'],
  ])('makes %s into %s', (path, pattern) => {
    expect(formatPathPattern(new URL(path, 'https://www.bondora.com'))).toBe(pattern);
  });
});
