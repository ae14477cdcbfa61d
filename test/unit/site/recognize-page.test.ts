import { describe, expect, it } from 'vitest';
import { recognizePage } from '#lib/site/recognize-page.ts';
import { parsePage } from './parse-page.ts';

const market = 'https://www.bondora.com/en/secondmarket';
const unknown = 'https://www.bondora.com/en/trade/listings';
const table = '<table class="investments"><tr><td>1</td></tr></table>';

const list =
  '<table><tr><th>Number</th><th>Rating</th><th>Country</th><th>Interest</th></tr><tr><td>1234567</td><td>AA</td><td>EE</td><td>19%</td></tr></table>';

function recognize(url: string, body: string): string {
  const { kind, generation } = recognizePage(new URL(url), parsePage(body, url));
  return `${kind} ${generation}`;
}

describe('recognizePage', () => {
  it('takes a known address for what it is while its table is still to come', () => {
    expect(recognize(market, '')).toBe('secondary-market B');
    expect(recognize(market, '<div id="root"></div>')).toBe('secondary-market C');
    expect(recognize('https://app.bondora.com/en/secondmarket', '')).toBe('secondary-market C');
  });

  it('knows the generation by what stands in the page rather than by its address', () => {
    expect(recognize(market, '<table class="loansales_table"></table>')).toBe('secondary-market A');
    expect(
      recognize('https://app.bondora.com/en/secondmarket', '<div id="page-content-wrapper"></div>'),
    ).toBe('secondary-market B');
  });

  it('does not take a login form for the page whose address it has', () => {
    expect(recognize(market, '<input type="password">')).toBe('none null');
  });

  it.each([
    ['its search form', `<input name="SecondMarketSearch.Ratings">${table}`, 'secondary-market B'],
    ['its search form', `<input name="InvestmentSearch.Ratings">${table}`, 'investments B'],
    ['its class', '<table class="loansales_table"></table>', 'secondary-market A'],
    ['its heading', `<h1>Zweitmarkt</h1>${table}`, 'secondary-market B'],
    ['its heading', `<h1>Järelturg</h1>${table}`, 'secondary-market B'],
    ['its heading', `<h2>Вторичный рынок</h2>${table}`, 'secondary-market B'],
    ['its heading', `<h1>Meine Investitionen</h1>${table}`, 'investments B'],
    ['its heading', `<h1>Ensimarkkinat</h1>${table}`, 'primary-market B'],
    ['heading and numbers of loans', `<h1>Rynek wtórny</h1>${list}`, 'secondary-market null'],
    ['heading and numbers of loans', `<h1>Auctions</h1><div id="root">${list}</div>`, 'primary-market C'],
    ['its result', '<div id="cashflow-content"></div>', 'cash-flow null'],
    ['its numbers', '<div class="dashboard__overview-numbers mbs"></div>', 'dashboard null'],
  ])('recognises a list at an unknown address by %s', (_, body, expected) => {
    expect(recognize(unknown, body)).toBe(expected);
  });

  it.each([
    ['no table', '<h1>Secondary market</h1><input name="SecondMarketSearch.Ratings">'],
    ['a table that proves nothing', table],
    ['figures in an article', `<h1>Secondary market</h1>${list.replace('<th>Number</th>', '<th>Rank</th>')}`],
    ['lists of two kinds', `<h1>Secondary market</h1><h2>My investments</h2>${list}`],
    ['a table of something else', '<h1>Secondary market</h1><table><tr><td>1</td></tr></table>'],
  ])('takes an unknown address with %s for none', (_, body) => {
    expect(recognize(unknown, body)).toBe('none null');
  });

  it('recognises a loan at an unknown address that ends in a GUID by its schedule', () => {
    const url = 'https://www.bondora.com/en/investments/6f9619ff-8b86-d011-b42d-00cf4fc964ff';
    const schedule = '<table class="table"><tr><th colspan="2">Date</th><th>Amount</th></tr></table>';
    expect(recognize(url, schedule)).toBe('loan null');
    const german = '<table><tr><th>Datum</th><th>Betrag</th><th>Tilgung</th><th>Zinsen</th></tr></table>';
    expect(recognize(url, german)).toBe('loan null');
    expect(recognize(url, table)).toBe('none null');
  });

  it('does not look into pages of other addresses', () => {
    const untouchable = new Proxy({} as Document, {
      get: () => {
        throw new Error('The page was looked at.');
      },
    });
    for (const url of ['https://www.bondora.com/en/gogrow', 'https://example.com/en/secondmarket']) {
      expect(recognizePage(new URL(url), untouchable)).toEqual({ kind: 'none', generation: null });
    }
  });
});
