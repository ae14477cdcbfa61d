import { describe, expect, it } from 'vitest';
import { findTable } from '#lib/site/find-table.ts';
import type { PageIdentity, TableFinding } from '#lib/site/page-reading.ts';
import { parsePage } from './parse-page.ts';

const market: PageIdentity = { kind: 'secondary-market', generation: 'B' };
const heads = '<tr><th>Number</th><th>Rating</th><th>Interest</th><th>Payments</th><th>Cost</th></tr>';
const row = '<tr><td>1234567</td><td>AA</td><td>19%</td><td>3 / 60</td><td>4.12 € (15%)</td></tr>';
const list = (attributes = '', head = heads, rows = row): string =>
  `<table ${attributes}><thead>${head}</thead><tbody>${rows}</tbody></table>`;

function find(body: string, identity = market): TableFinding {
  return findTable(identity, parsePage(body));
}

/** The id of the table found, or what was said instead. */
function name(finding: TableFinding): string {
  if ('found' in finding) return finding.found.element.id;
  return 'absent' in finding ? 'absent' : finding.notUnderstood;
}

describe('findTable', () => {
  it('prefers the class of the site, then rows, then headers', () => {
    expect(name(find(list('id="a"') + list('id="b" class="investments"')))).toBe('b');
    expect(name(find(list('id="a"', heads, '') + list('id="b"')))).toBe('b');
    expect(name(find(`<div class="investments">${list('id="a"')}</div>`))).toBe('a');
  });

  it('finds a list by the look of its cells alone', () => {
    const foreign = '<tr><th>α</th><th>β</th><th>γ</th><th>δ</th><th>ε</th></tr>';
    const rows = row + row.replace('AA', 'HR');
    const finding = find(list('id="a"', foreign, rows));
    expect(name(finding)).toBe('a');
    expect('found' in finding && finding.found.columns.map((column) => column.fields)).toEqual([
      [],
      ['rating'],
      [],
      ['nextPaymentNr', 'nrOfScheduledPayments'],
      ['price', 'discount'],
    ]);
  });

  it('does not take tables inside of rows, layout tables and schedules for lists', () => {
    const inner = list('id="inner" class="investments"');
    expect(name(find(list('id="a"', heads, `${row}<tr><td colspan="5">${inner}</td></tr>`)))).toBe('a');
    expect(name(find(`<table><tr><td>${list('id="a"')}</td></tr></table>`))).toBe('a');
    const schedule =
      '<table><tr><th>Date</th><th>Amount</th><th>Interest</th></tr><tr><td>07/01/2016</td><td>1 €</td><td>2 €</td></tr></table>';
    expect(name(find(schedule))).toBe('absent');
  });

  it('finds headers in rows that are no head, in cells that are no headers, and below a first row of headers', () => {
    expect(name(find(`<table id="a">${heads}${row}</table>`))).toBe('a');
    expect(name(find(`<table id="a">${heads.replaceAll('th>', 'td>')}${row}</table>`))).toBe('a');
    const groups = '<tr><th rowspan="2">Number</th><th colspan="4">Loan</th></tr>';
    const below = '<tr><th>Rating</th><th>Interest</th><th>Payments</th><th>Cost</th></tr>';
    const finding = find(list('id="a"', groups + below));
    expect(name(finding)).toBe('a');
  });

  it('says that there is nothing, or nothing yet, rather than that it does not understand', () => {
    expect(name(find(''))).toBe('absent');
    expect(name(find('<div id="root"></div>'))).toBe('absent');
    expect(name(find(list('class="investments"', heads, '')))).toBe('absent');
    expect(name(find(list('class="investments"', heads, '<tr><td colspan="5">No loans</td></tr>')))).toBe(
      'absent',
    );
    expect(name(find('<table><tr><td>1</td><td>2</td><td>3</td></tr></table>'))).toBe('absent');
  });

  it('says what it does not understand', () => {
    const foreign = '<tr><th>α</th><th>β</th><th>γ</th></tr>';
    const rows = '<tr><td>1</td><td>2</td><td>3</td></tr>'.repeat(3);
    expect(name(find(list('', foreign, rows)))).toMatch(/too few of its columns/);
    expect(name(find(`<table class="investments">${rows}</table>`))).toMatch(/too few of its columns/);
    expect(name(find(list('class="investments"', heads, row.replace('<td>AA</td>', ''))))).toMatch(
      /other cells/,
    );
    expect(name(find('<div role="grid"><div role="row"></div></div>'))).toMatch(/not made as a table/);
  });

  it('looks for no list on pages that have none', () => {
    for (const kind of ['loan', 'cash-flow', 'dashboard', 'none'] as const) {
      expect(name(find(list(), { kind, generation: 'B' }))).toBe('absent');
    }
  });

  it('passes over tables and header cells of ours', () => {
    const annotated = heads.replace('</tr>', '<th data-bondlens-column="discount">Discount</th></tr>');
    const finding = find(
      `<bondlens-bar>${list('id="ours"')}</bondlens-bar>` +
        list('id="a"', annotated, row.replace('</tr>', '<td data-bondlens-column="discount">-15%</td></tr>')),
    );
    expect(name(finding)).toBe('a');
    expect('found' in finding && finding.found.columns.length).toBe(5);
  });

  it('lets no column claim by its look what a header names', () => {
    const twice = '<tr><th>Number</th><th>Rating</th><th>Foo</th><th>Payments</th><th>Cost</th></tr>';
    const rows =
      '<tr><td>1234567</td><td>AA</td><td>HR</td><td>3 / 60</td><td>4 € (1%)</td></tr><tr><td>1234568</td><td>B</td><td>C</td><td>3 / 60</td><td>4 € (1%)</td></tr>';
    const finding = find(list('id="a"', twice, rows));
    expect('found' in finding && finding.found.columns[2]?.fields).toEqual([]);
  });
});
