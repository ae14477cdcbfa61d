import { describe, expect, it } from 'vitest';
import type { PageTable } from '#lib/site/page-reading.ts';
import { appendToHead, appendToRow, findBarSlot, mendColspans, removeOurs } from '#lib/site/slots.ts';
import { parsePage, pick } from './parse-page.ts';

const rows =
  '<thead><tr><th>Number</th><th>Rating</th><th>Cost</th></tr></thead><tbody>' +
  '<tr id="main"><td>1</td><td>AA</td><td>4</td></tr><tr id="detail"><td colspan="3">x</td></tr>' +
  '<tr id="wide"><td colspan="100">x</td></tr><tr id="part"><td colspan="2">x</td><td>y</td></tr></tbody>';

function makeTable(before = '', after = ''): PageTable {
  const document = parsePage(`${before}<table>${rows}</table>${after}`);
  return {
    identity: { kind: 'secondary-market', generation: 'B' },
    element: pick<HTMLTableElement>(document, 'table'),
    head: pick<HTMLTableRowElement>(document, 'tr'),
    columns: [],
  };
}

function makeCell(table: PageTable, name: 'td' | 'th', column = 'discount'): HTMLTableCellElement {
  const cell = table.element.ownerDocument.createElement(name);
  cell.setAttribute('data-bondlens-column', column);
  return cell;
}

const spans = (table: PageTable): (string | null)[] =>
  ['#detail td', '#wide td', '#part td'].map((selector) =>
    pick(table.element, selector).getAttribute('colspan'),
  );

describe('slots for cells', () => {
  it('stand at the end of the header row and of a main row', () => {
    const table = makeTable();
    const main = pick<HTMLTableRowElement>(table.element, '#main');
    appendToHead(table, [makeCell(table, 'th'), makeCell(table, 'th', 'daysLate')]);
    appendToRow(main, [makeCell(table, 'td'), makeCell(table, 'td', 'daysLate')]);
    for (const row of [table.head, main]) {
      expect([...row.children].slice(3).map((cell) => cell.getAttribute('data-bondlens-column'))).toEqual([
        'discount',
        'daysLate',
      ]);
    }
  });

  it('reach over the header rows below', () => {
    const table = makeTable();
    table.head.after(table.element.ownerDocument.createElement('tr'));
    const cell = makeCell(table, 'th');
    appendToHead(table, [cell]);
    expect(cell.getAttribute('rowspan')).toBe('2');
  });

  it('widen cells that span the table, however often, and put them back', () => {
    const table = makeTable();
    const all = [...table.element.querySelectorAll('tr')];
    mendColspans(table, all, 2);
    expect(spans(table)).toEqual(['5', '102', '2']);
    appendToHead(table, [makeCell(table, 'th')]);
    mendColspans(table, all, 6);
    expect(spans(table)).toEqual(['9', '106', '2']);
    mendColspans(table, all, 0);
    expect(spans(table)).toEqual(['3', '100', '2']);
  });

  it('widen the last cell of the second row of a pair, if it reaches over several columns', () => {
    const table = makeTable();
    const body = pick(table.element, 'tbody');
    body.innerHTML =
      '<tr><td>BO1</td><td colspan="2">Age: 41</td></tr><tr><td colspan="2">BO1</td><td>41</td></tr>';
    const read = (): (string | null)[] =>
      [...body.querySelectorAll('td')].map((cell) => cell.getAttribute('colspan'));
    mendColspans(table, body.children, 4);
    mendColspans(table, body.children, 6);
    expect(read()).toEqual([null, '8', '2', null]);
    mendColspans(table, body.children, 0);
    expect(read()).toEqual([null, '2', '2', null]);
  });
});

describe('removeOurs', () => {
  it('leaves the page as it was', () => {
    const table = makeTable();
    const { body } = table.element.ownerDocument;
    const before = body.outerHTML;
    const main = pick<HTMLTableRowElement>(table.element, '#main');
    appendToHead(table, [makeCell(table, 'th')]);
    appendToRow(main, [makeCell(table, 'td')]);
    main.setAttribute('data-bondlens-row', '1');
    main.setAttribute('data-bondlens-match', 'yes');
    mendColspans(table, table.element.querySelectorAll('tr'), 1);
    table.element.before(body.ownerDocument.createElement('bondlens-bar'));
    removeOurs(body);
    expect(body.outerHTML).toBe(before);
  });
});

describe('findBarSlot', () => {
  it('is before the table', () => {
    const table = makeTable('<h1>x</h1>');
    expect(findBarSlot(table)).toEqual({ parent: table.element.parentElement, before: table.element });
  });

  it.each([
    '<div class="table-responsive">',
    '<div class="dataTables_scrollBody"><p>x</p>',
    '<div style="overflow-x: auto"><p>x</p>',
    '<div>',
    '<div><div class="box">',
  ])('is outside of %s around the table', (before) => {
    const table = makeTable(`<main><h1>x</h1>${before}`);
    expect(findBarSlot(table)?.parent.localName).toBe('main');
    expect(findBarSlot(table)?.before.parentElement?.localName).toBe('main');
  });

  it('stays inside of boxes that hold more, that the page names, or that are no plain boxes', () => {
    for (const before of ['<div><h1>x</h1>', '<div id="content">', '<form>', '<section>']) {
      const table = makeTable(before);
      expect(findBarSlot(table)?.before, before).toBe(table.element);
    }
  });

  it('is the same again after a bar was put there', () => {
    const table = makeTable('<main><h1>x</h1><div>');
    const slot = findBarSlot(table);
    slot?.parent.insertBefore(table.element.ownerDocument.createElement('bondlens-bar'), slot.before);
    expect(findBarSlot(table)).toEqual(slot);
  });
});
