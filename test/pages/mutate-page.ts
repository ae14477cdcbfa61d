/** A whole number from 0 up to, not including, `end`. */
export type Roll = (end: number) => number;

type Mutation = (table: Element, roll: Roll) => void;

function choose<Item>(items: Iterable<Item>, roll: Roll): Item | undefined {
  const all = [...items];
  return all[roll(all.length)];
}

function mainRows(table: Element): Element[] {
  return [...table.querySelectorAll(':scope > tbody > tr')].filter((row) => row.children.length > 2);
}

function anyCell(table: Element, roll: Roll): Element | undefined {
  const row = choose(mainRows(table), roll);
  return row && choose(row.children, roll);
}

function insertRow(table: Element, roll: Roll, cells: readonly string[], span = 1): void {
  const row = table.ownerDocument.createElement('tr');
  for (const text of cells) {
    const cell = table.ownerDocument.createElement('td');
    cell.textContent = text;
    if (span > 1) cell.setAttribute('colspan', String(span));
    row.append(cell);
  }
  choose(table.querySelectorAll(':scope > tbody > tr'), roll)?.before(row);
}

function swapMarks(cell: Element): void {
  const walker = cell.ownerDocument.createTreeWalker(cell, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    node.nodeValue = (node.nodeValue ?? '').replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  }
}

/** What may happen to a page without changing what is true of its offers. */
export const mutations: Readonly<Record<string, Mutation>> = {
  renameClasses: (table) => {
    for (const element of [table, ...table.querySelectorAll('[class]')]) element.setAttribute('class', 'x1');
  },
  moveColumn: (table, roll) => {
    const [from, to] = [roll(9), roll(9)];
    const rows = [...table.querySelectorAll(':scope > thead > tr'), ...mainRows(table)];
    if (rows.some((row) => row.children.length !== 9)) return;
    for (const row of rows) row.children[to]?.before(row.children[from] ?? '');
  },
  dropColumn: (table, roll) => {
    const at = roll(9);
    const rows = [...table.querySelectorAll(':scope > thead > tr'), ...mainRows(table)];
    if (rows.every((row) => row.children.length === 9)) for (const row of rows) row.children[at]?.remove();
  },
  wrapCell: (table, roll) => {
    const cell = anyCell(table, roll);
    const box = table.ownerDocument.createElement(choose(['div', 'span', 'b', 'a'], roll) ?? 'div');
    box.append(...(cell?.childNodes ?? []));
    cell?.append(box);
  },
  addDetail: (table, roll) => insertRow(table, roll, ['1,234.56 € (99%) AA 12 / 34'], 9),
  addSpacer: (table, roll) => insertRow(table, roll, ['', '']),
  addJunk: (table, roll) =>
    insertRow(
      table,
      roll,
      Array.from({ length: 9 }, () => '…'),
    ),
  addTotals: (table, roll) =>
    insertRow(table, roll, ['Total', '', '', '', '', '', '9.999,99 €', '9.999,99 €', '9.999,99 €']),
  addHeaders: (table) => {
    const head = table.querySelector('thead tr');
    if (head) table.querySelector('tbody')?.append(head.cloneNode(true));
  },
  repeatRow: (table, roll) => {
    const row = choose(mainRows(table), roll);
    row?.after(row.cloneNode(true));
  },
  dropCell: (table, roll) => anyCell(table, roll)?.remove(),
  swapMarksInCell: (table, roll) => {
    const cell = anyCell(table, roll);
    if (cell) swapMarks(cell);
  },
  swapMarksEverywhere: (table) => {
    for (const row of mainRows(table)) for (const cell of row.children) swapMarks(cell);
  },
  widenSpaces: (table) => {
    for (const row of mainRows(table)) {
      for (const cell of row.children)
        if (cell.children.length === 0)
          cell.textContent = (cell.textContent ?? '').replaceAll(' ', '\u2009\u00A0');
    }
  },
  blankHeader: (table, roll) => {
    const header = choose(table.querySelectorAll('thead th'), roll);
    if (header) header.textContent = '';
  },
  renameHeader: (table, roll) => {
    const header = choose(table.querySelectorAll('thead th'), roll);
    if (header) header.textContent = 'Ξενικό';
  },
  addFootnote: (table, roll) => anyCell(table, roll)?.append('*'),
  dropUnit: (table, roll) => {
    const cell = anyCell(table, roll);
    if (cell && cell.children.length === 0) cell.textContent = (cell.textContent ?? '').replace(/[%€]/, '');
  },
  hideText: (table, roll) => {
    const hidden = table.ownerDocument.createElement('span');
    hidden.style.display = 'none';
    hidden.textContent = '0000412';
    anyCell(table, roll)?.prepend(hidden);
  },
  emptyCell: (table, roll) =>
    anyCell(table, roll)?.replaceChildren(choose(['', '-', '-%', 'n/a'], roll) ?? ''),
  addOurs: (table) => {
    for (const row of [...table.querySelectorAll(':scope > thead > tr'), ...mainRows(table)]) {
      const cell = table.ownerDocument.createElement('td');
      cell.setAttribute('data-bondlens-column', 'discount');
      cell.textContent = '1.669,5';
      row.append(cell);
    }
  },
};
