import { describe, expect, it } from 'vitest';
import { getField } from '#lib/loan/fields.ts';
import { describeTable } from '#lib/site/describe-table.ts';
import { readPage } from '#lib/site/read-page.ts';
import { findCellKind, teachableFields } from '#lib/views/teachable-fields.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { parsePage, pick } from './parse-page.ts';

const url = new URL('https://app.bondora.com/lv/portfele/tirgus');
const heads = ['Kods', 'Pakāpe', 'Gada likme', 'Cena', 'Datums', 'Datums', ''];
const rows = [
  ['1234567', 'AA', '19,5', '1.669 €', '07/01/2026', '01/02/2026', 'x'],
  ['2345678', 'HR', '20,25', '4,12 €', '08/01/2026', '02/02/2026', 'y'],
];
const write = (cells: readonly string[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const table = (all = [heads, ...rows]): string =>
  `<table class="zz9"><thead>${write(all[0] ?? [], 'th')}</thead><tbody>${all
    .slice(1)
    .map((row) => write(row, 'td'))
    .join('')}</tbody></table>`;

const taught: TaughtPage = {
  id: 'a',
  host: 'app.bondora.com',
  path: '/portfele/tirgus',
  kind: 'secondary-market',
  headers: heads,
  columns: [
    { header: 'Kods', nth: 0, fields: ['auctionNumber'] },
    { header: 'Pakāpe', nth: 0, fields: ['rating'] },
    { header: 'Cena', nth: 0, fields: ['price'] },
    { header: 'Datums', nth: 1, fields: ['nextPaymentDate'] },
  ],
  decimal: ',',
  dates: 'day-month-year',
  taughtAt: 1,
};
const read = (body: string, lesson: TaughtPage, at = url) =>
  readPage(parsePage(body, at.href), at, { taught: [lesson] });
const fields = (body: string, lesson: TaughtPage) =>
  read(body, lesson).rows.map((row) => ('fields' in row ? row.fields : null));

describe('a page that was shown', () => {
  it('is read as it was shown, though neither address, class nor words are known', () => {
    expect(readPage(parsePage(table(), url.href), url).kind).toBe('none');
    const { kind, columns } = read(table(), taught);
    expect(kind).toBe('secondary-market');
    expect(columns.map((column) => column.confidence)).toEqual([1, 1, 0, 1, 0, 1, 0]);
    expect(fields(table(), taught)).toEqual([
      { auctionNumber: 1_234_567, rating: 'AA', price: 1669, nextPaymentDate: 20_485 },
      { auctionNumber: 2_345_678, rating: 'HR', price: 4.12, nextPaymentDate: 20_486 },
    ]);
  });

  it('is known again when columns moved, came or went, and pairs of one header only while both are there', () => {
    const moved = table([heads, ...rows].map((row) => row.slice(3).concat('z', row.slice(0, 3))));
    expect(fields(moved, taught)[0]).toMatchObject({
      auctionNumber: 1_234_567,
      price: 1669,
      nextPaymentDate: 20_485,
    });
    const lost = table([heads, ...rows].map((row) => row.filter((_, at) => at !== 4)));
    expect(fields(lost, taught)[0]).toEqual({ auctionNumber: 1_234_567, rating: 'AA', price: 1669 });
  });

  it('is another page at another address, and with another table', () => {
    expect(read(table(), { ...taught, path: '/citur' }).rows).toEqual([]);
    expect(read(table(), { ...taught, host: 'www.bondora.com' }).kind).toBe('none');
    const other = table([['A', 'B', 'C', 'Cena', 'D', 'E', 'F'], ...rows]);
    expect(read(other, taught).rows).toEqual([]);
  });

  it('wins over what we believe of a page that is known, and gives unknown where a cell is no value of the field', () => {
    const market = new URL('https://www.bondora.com/en/secondmarket');
    const body = table([
      ['Number', 'Rating', 'Interest', 'Cost', 'Price'],
      ['1234567', 'AA', '19%', '4.12 € (15%)', '5 €'],
      ['2345678', 'HR', '20%', '4.13 € (5%)', 'five'],
    ]);
    const lesson: TaughtPage = {
      ...taught,
      host: 'www.bondora.com',
      path: '/secondmarket',
      headers: ['Number', 'Rating', 'Interest', 'Cost', 'Price'],
      columns: [
        { header: 'Price', nth: 0, fields: ['price'] },
        { header: 'Interest', nth: 0, fields: [] },
      ],
      decimal: null,
    };
    const shown = readPage(parsePage(body, market.href), market, { taught: [lesson] });
    expect(shown.rows.map((row) => 'fields' in row && row.fields)).toEqual([
      { auctionNumber: 1_234_567, rating: 'AA', price: 5 },
      { auctionNumber: 2_345_678, rating: 'HR', price: null },
    ]);
  });
});

describe('describeTable', () => {
  it('tells headers, samples and what is believed of the table that a cell stands in', () => {
    const page = parsePage(table());
    const described = describeTable(pick(page, 'tbody td'), 'secondary-market');
    if (!('found' in described)) throw new Error(described.notUnderstood);
    expect(described.found.columns.map(({ header, nth, samples }) => [header, nth, samples[0]])).toEqual(
      heads.map((header, at) => [header, at === 5 ? 1 : 0, rows[0]?.[at]]),
    );
    expect(described.found.columns[1]).toMatchObject({ fields: ['rating'], confidence: 0.85 });
  });

  it('takes the inner table of a nested one, a first row of words for headers, and says what it cannot describe', () => {
    const inner =
      '<table id="in"><tr><td>Foo</td><td>Bar</td><td>Baz</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>';
    const page = parsePage(
      `${table([heads, [inner, '', '', '', '', '', '']])}<p>x</p><table id="bare"><tr><td>1</td><td>2</td><td>3</td></tr></table>`,
    );
    const described = describeTable(pick(page, '#in td'), 'investments');
    expect('found' in described && described.found.element.id).toBe('in');
    expect(describeTable(pick(page, 'p'), 'investments')).toEqual({
      notUnderstood: 'What was pointed at does not stand in a table.',
    });
    expect(describeTable(pick(page, '#bare td'), 'investments')).toHaveProperty('notUnderstood');
  });
});

describe('the fields that can be taught', () => {
  it('are read as the catalogue says they are', () => {
    const reader = { instant: 'moment' } as Record<string, string>;
    for (const field of teachableFields) {
      const { kind } = getField(field);
      expect([field, findCellKind(field)]).toEqual([field, reader[kind] ?? kind]);
    }
    expect(new Set(teachableFields).size).toBe(teachableFields.length);
  });
});
