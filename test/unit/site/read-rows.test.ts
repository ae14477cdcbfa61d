import { describe, expect, it } from 'vitest';
import { findTable } from '#lib/site/find-table.ts';
import type { PageIdentity, PageTable, TableRow } from '#lib/site/page-reading.ts';
import { readRows } from '#lib/site/read-rows.ts';
import { parsePage, pick } from './parse-page.ts';

const market: PageIdentity = { kind: 'secondary-market', generation: 'B' };
const heads = ['Number', 'Rating', 'Interest', 'Payments', 'Future scheduled payments', 'Cost'];

function row(number: number, cells: Partial<Record<string, string>> = {}): string {
  const values: Record<string, string> = {
    Number: String(number),
    Rating: 'AA',
    Interest: '19%',
    Payments: '3 / 60',
    'Future scheduled payments': '6 €',
    Cost: '4 € (15%)',
    ...cells,
  };
  return `<tr>${heads.map((head) => `<td>${values[head]}</td>`).join('')}</tr>`;
}

function makeTable(rows: string, identity = market, extraHead = ''): PageTable {
  const head = `<tr>${heads.map((text) => `<th>${text}</th>`).join('')}${extraHead}</tr>`;
  const document = parsePage(
    `<table class="investments"><thead>${head}</thead><tbody>${rows}</tbody></table>`,
  );
  const finding = findTable(identity, document);
  if (!('found' in finding)) throw new Error('No table was found.');
  return finding.found;
}

function addRow(table: PageTable, markup: string): HTMLTableRowElement {
  const body = pick(table.element, 'tbody');
  const template = body.ownerDocument.createElement('tbody');
  template.innerHTML = markup;
  const added = pick<HTMLTableRowElement>(template, 'tr');
  body.append(added);
  return added;
}

function fieldsOf({ reading }: TableRow): Record<string, unknown> {
  if ('unreadable' in reading) throw new Error(reading.unreadable);
  return reading.fields;
}

function fields(rows: string, identity = market): Record<string, unknown>[] {
  return readRows(makeTable(rows, identity)).map(fieldsOf);
}

describe('reading all rows', () => {
  it('gives each main row with the rows that belong to it', () => {
    const detail = '<tr><td colspan="6"><table><tr><td>1</td><td>2</td><td>3</td></tr></table></td></tr>';
    const rows = readRows(
      makeTable(row(1_000_001) + detail + detail + row(1_000_002) + row(1_000_003) + detail),
    );
    expect(rows.map(({ reading }) => 'key' in reading && reading.key)).toEqual([
      '1000001',
      '1000002',
      '1000003',
    ]);
    expect(rows.map(({ followers }) => followers.length)).toEqual([2, 0, 1]);
  });

  it('keeps apart what is not shown and what is not understood', () => {
    const [read] = fields(
      row(1_000_001, { Interest: '?', Cost: '4 €', Payments: '61 / 60', Rating: 'Z' }) +
        row(2_000_000).repeat(3),
    );
    expect(read).toMatchObject({
      interest: null,
      price: 4,
      discount: null,
      nextPaymentNr: null,
      nrOfScheduledPayments: null,
      rating: null,
    });
    expect(read).not.toHaveProperty('xirr');
  });

  it.each([
    ['Interest', '450%', 'interest'],
    ['Interest', '-3%', 'interest'],
    ['Cost', '4 € (101%)', 'discount'],
    ['Cost', '-4 € (1%)', 'price'],
    ['Cost', '4 € (+45%)', 'discount'],
    ['Future scheduled payments', '6%', 'outstandingPayments'],
    ['Future scheduled payments', '60000000 €', 'outstandingPayments'],
    ['Payments', '3 / 0', 'nrOfScheduledPayments'],
  ])('takes no value of %s from %j, which makes no sense', (head, cell, field) => {
    const [read] = fields(row(1_000_001, { [head]: cell }) + row(1_000_002).repeat(3));
    expect(read?.[field]).toBeNull();
  });

  it('takes a rate for percents only where something says so', () => {
    expect(fields(row(1_000_001, { Interest: '19' }) + row(1_000_002))[0]?.['interest']).toBe(0.19);
    expect(fields(row(1_000_001, { Interest: '19' }).repeat(2))[0]?.['interest']).toBeNull();
  });

  it('skips totals and repeated headers', () => {
    const total = row(0, { Number: 'Total', Rating: '', Interest: '', Payments: '', Cost: '8 €' });
    const unnamed = row(0, { Number: '', Rating: '', Interest: '', Payments: '', Cost: '8 €' });
    const again = `<tr>${heads.map((head) => `<td>${head}</td>`).join('')}</tr>`;
    const main = row(1_000_001) + row(1_000_002);
    const slipped = row(0, { Number: '', Rating: '', Interest: '', Payments: '8 €', Cost: '8 €' });
    for (const extra of [total, unnamed, again, slipped]) expect(fields(main + extra)).toHaveLength(2);
  });

  it('says of a row without anything of a loan in it that it is not readable', () => {
    const junk = `<tr>${'<td>…</td>'.repeat(6)}</tr>`;
    const rows = readRows(makeTable(row(1_000_001) + junk + row(1_000_002)));
    expect(rows.map(({ reading }) => 'unreadable' in reading)).toEqual([false, true, false]);
  });

  it('reads what a picture says where there is no text', () => {
    const read = (cell: string): unknown =>
      readRows(
        makeTable(
          row(1_000_001, { Rating: cell }).replace('</tr>', `<td>${cell}</td></tr>`),
          market,
          '<th>Country</th>',
        ),
      ).map((one) => fieldsOf(one)['country'])[0];
    expect(read('<img alt="Estonia">')).toBe('EE');
    expect(read('<i class="flag flag-fi"></i>')).toBe('FI');
    expect(read('<i class="flag flag-xx"></i>')).toBeNull();
    expect(read('<i class="icon"></i>')).toBeNull();
  });

  it('names a row without ids by its text, and two different ones differently', () => {
    const keys = readRows(
      makeTable(row(1, { Number: '' }) + row(1, { Number: '', Interest: '20%' }) + row(1, { Number: '' })),
    ).map(({ reading }) => ('key' in reading ? reading.key : ''));
    expect(keys[0]).toMatch(/^text:[0-9a-f]{8}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
  });

  it('trusts no loan number that the markup of the row contradicts', () => {
    const [read] = readRows(
      makeTable(row(1_000_001).replace('<tr>', '<tr data-loan-number="7654321">') + row(1_000_002)),
    );
    expect(read?.reading).toMatchObject({ ids: {}, fields: { auctionNumber: null } });
  });

  it('takes short numbers under a vague header for no loan numbers', () => {
    expect(fields(row(1) + row(2))[0]?.['auctionNumber']).toBeNull();
  });

  it('leaves unknown what two cells say differently', () => {
    const twice = (rating: string, again: string): string =>
      row(1_000_001, { Rating: rating }).replace('</tr>', `<td>${again}</td></tr>`);
    const table = makeTable(
      twice('AA', 'AA') + twice('AA', 'B') + twice('', 'B') + twice('AA', '-'),
      market,
      '<th>Loan rating</th>',
    );
    expect(readRows(table).map((read) => fieldsOf(read)['rating'])).toEqual(['AA', null, 'B', 'AA']);
  });

  it('reads again what we annotated, as before', () => {
    const table = makeTable(row(1_000_001) + row(1_000_002));
    const before = readRows(table).map(({ reading }) => reading);
    for (const element of table.element.querySelectorAll('tr')) {
      const cell = element.ownerDocument.createElement('td');
      cell.setAttribute('data-bondlens-column', 'discount');
      cell.textContent = '99% / 1.669';
      element.prepend(cell);
    }
    expect(readRows(table).map(({ reading }) => reading)).toEqual(before);
  });
});

describe('reading some rows', () => {
  it('reads only those asked for, and of those only main rows', () => {
    const table = makeTable(row(1_000_001) + row(1_000_002));
    readRows(table);
    const added = addRow(table, row(1_000_003));
    const detail = addRow(table, '<tr><td colspan="6">x</td></tr>');
    const rows = readRows(table, [added, detail]);
    expect(rows.map(({ element }) => element)).toEqual([added]);
    expect(rows[0]?.followers).toEqual([detail]);
  });

  it('settles the format from all rows also when only some are asked for first', () => {
    const cell = { 'Future scheduled payments': '1.669 €' };
    const table = makeTable(
      row(1_000_001, cell) + row(1_000_002, { 'Future scheduled payments': '171,8 €' }),
    );
    const first = pick<HTMLTableRowElement>(table.element, 'tbody tr');
    expect(readRows(table, [first]).map(fieldsOf)).toMatchObject([{ outstandingPayments: 1669 }]);
  });

  it('gives all rows anew when new ones settle what was unknown, or change what a sign means', () => {
    const table = makeTable(row(1_000_001, { 'Future scheduled payments': '1.669 €' }) + row(1_000_002));
    expect(readRows(table).map(fieldsOf)[0]).toMatchObject({ outstandingPayments: null, discount: -0.15 });
    const settling = addRow(table, row(1_000_003, { 'Future scheduled payments': '171,8 €' }));
    const rows = readRows(table, [settling]);
    expect(rows).toHaveLength(3);
    expect(rows.map(fieldsOf)[0]).toMatchObject({ outstandingPayments: 1669 });
    const signed = addRow(table, row(1_000_004, { Cost: '4 € (-5%)' }));
    expect(readRows(table, [signed]).map((read) => fieldsOf(read)['discount'])).toEqual([
      0.15, 0.15, 0.15, -0.05,
    ]);
  });

  it('reads nothing of rows that stand in another table', () => {
    const table = makeTable(row(1_000_001));
    const other = makeTable(row(1_000_002));
    readRows(table);
    expect(readRows(table, [pick<HTMLTableRowElement>(other.element, 'tbody tr')])).toEqual([]);
  });
});
