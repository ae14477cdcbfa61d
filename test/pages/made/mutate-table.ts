import { choose, type Roll } from './roll.ts';
import { countColumns, findHeadRow, listAllRows, listMainRows, type Mutation } from './mutation.ts';

function insertRow(table: HTMLTableElement, roll: Roll, cells: readonly string[], span = 1): Element {
  const row = table.ownerDocument.createElement('tr');
  for (const text of cells) {
    const cell = table.ownerDocument.createElement('td');
    cell.textContent = text;
    if (span > 1) cell.setAttribute('colspan', String(span));
    row.append(cell);
  }
  choose(listMainRows(table), roll)?.before(row);
  return row;
}

// Nothing that looks like what only loans have: such a column would be one.
const foreign = ['12,5 %', '7.25', '99,99 €', 'C', 'FI', '01.02.2020', '1234567', '', 'x'];
const others = [
  ['Rating', 'Interest', 'Price'],
  ['HR', '99%', '1,00 €'],
  ['AA', '1%', '2,00 €'],
];

// A table of something else than loans.
function makeOtherTable(document: Document): HTMLTableElement {
  const table = document.createElement('table');
  for (const [at, texts] of others.entries()) {
    const row = table.insertRow();
    for (const text of texts) {
      const cell = document.createElement(at === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    }
  }
  return table;
}

// A column that the page did not have, with one kind of value in all rows or with any.
function insertColumn(table: HTMLTableElement, roll: Roll, header: string): void {
  const at = roll(countColumns(table));
  const head = findHeadRow(table);
  const count = countColumns(table);
  if (!head || listMainRows(table).some((row) => row.children.length > 1 && row.children.length !== count))
    return;
  const isOneKind = roll(2) === 0;
  const value = choose(foreign, roll) ?? '';
  for (const row of [head, ...listMainRows(table)]) {
    const cell = table.ownerDocument.createElement(row === head ? 'th' : 'td');
    cell.textContent = row === head ? header : isOneKind ? value : (choose(foreign, roll) ?? '');
    const before = row.children[at];
    if (before) before.before(cell);
    else row.append(cell);
  }
}

/** What may happen to the rows, columns and surroundings of a table. */
export const tableMutations: Readonly<Record<string, Mutation>> = {
  renameClasses: (table) => {
    for (const element of [table, ...table.querySelectorAll('[class]')]) element.setAttribute('class', 'x1');
  },
  dropIds: (table) => {
    for (const element of table.querySelectorAll('[href],[data-id]')) {
      element.removeAttribute('href');
      element.removeAttribute('data-id');
    }
  },
  moveColumn: (table, roll) => {
    const count = countColumns(table);
    const [from, to] = [roll(count), roll(count)];
    const rows = [findHeadRow(table), ...listMainRows(table)].filter((row) => row !== undefined);
    if (rows.some((row) => row.children.length !== count)) return;
    // A total's label stands where totals are looked for: in front.
    if (findHeadRow(table)?.children.length === count && (from === 0 || to === 0)) return;
    for (const row of rows) row.children[to]?.before(row.children[from] ?? '');
  },
  dropColumn: (table, roll) => {
    const count = countColumns(table);
    const at = roll(count);
    const rows = [findHeadRow(table), ...listMainRows(table)].filter((row) => row !== undefined);
    if (count > 2 && rows.every((row) => row.children.length === count)) {
      for (const row of rows) row.children[at]?.remove();
    }
  },
  addForeignColumn: (table, roll) =>
    insertColumn(table, roll, choose(['Zusatz', '', 'Ξ', 'Bonus'], roll) ?? ''),
  addDetail: (table, roll) =>
    void insertRow(table, roll, ['1,234.56 € (99%) AA 12 / 34'], countColumns(table)),
  addDetailTable: (table, roll) => {
    const inner = makeOtherTable(table.ownerDocument);
    insertRow(table, roll, [''], countColumns(table)).firstElementChild?.append(inner);
  },
  addSpacer: (table, roll) => void insertRow(table, roll, ['', '']),
  addJunk: (table, roll) =>
    void insertRow(
      table,
      roll,
      Array.from({ length: countColumns(table) }, () => '…'),
    ),
  addTotals: (table, roll) => {
    const cells = Array.from(
      { length: countColumns(table) - 1 },
      () => choose(['', '9.999,99 €'], roll) ?? '',
    );
    // Of a schedule or a cash flow a total is a row that is read.
    if (findHeadRow(table) && table.closest('#made-list')) insertRow(table, roll, ['Total', ...cells]);
  },
  repeatHeaders: (table) => {
    const head = findHeadRow(table);
    if (head) listMainRows(table).at(-1)?.after(head.cloneNode(true));
  },
  repeatRow: (table, roll) => {
    const row = choose(listMainRows(table), roll);
    row?.after(row.cloneNode(true));
  },
  moveRow: (table, roll) => {
    const rows = listMainRows(table);
    const [one, other] = [choose(rows, roll), choose(rows, roll)];
    if (one && other && one !== other && one !== findHeadRow(table)) other.after(one);
  },
  splitBody: (table, roll) => {
    const rows = listMainRows(table);
    const body = table.ownerDocument.createElement('tbody');
    table.append(body);
    const from = choose(rows, roll);
    const section = from?.parentElement;
    if (!from || !section || from === findHeadRow(table)) return;
    const moved = [...section.children].slice([...section.children].indexOf(from));
    section.after(body);
    body.append(...moved);
  },
  openHead: (table) => {
    const head = table.querySelector(':scope > thead > tr');
    if (head) table.querySelector(':scope > tbody')?.prepend(head);
  },
  groupHead: (table) => {
    const head = table.querySelector(':scope > thead > tr');
    if (!head) return;
    const groups = table.ownerDocument.createElement('tr');
    const cell = table.ownerDocument.createElement('th');
    cell.setAttribute('colspan', String(head.children.length));
    cell.textContent = 'Loan';
    groups.append(cell);
    head.before(groups);
  },
  reachHead: (table, roll) => {
    const head = table.querySelector(':scope > thead > tr');
    if (!head || head.previousElementSibling || head.nextElementSibling) return;
    const [reaching, ...below] = [...head.children];
    const upper = table.ownerDocument.createElement('tr');
    const group = table.ownerDocument.createElement('th');
    group.setAttribute('colspan', String(below.length));
    reaching?.setAttribute('rowspan', '2');
    const last = roll(2) === 0 ? below.at(-1) : undefined;
    if (last) {
      group.setAttribute('colspan', String(below.length - 1));
      last.setAttribute('rowspan', '2');
    }
    upper.append(reaching ?? '', group, last ?? '');
    head.before(upper);
  },
  wrapTable: (table) => {
    const outer = table.ownerDocument.createElement('table');
    const row = outer.insertRow();
    table.replaceWith(outer);
    row.insertCell().append(table);
  },
  addOtherTable: (table) => table.before(makeOtherTable(table.ownerDocument)),
  repeatTable: (table) => table.after(table.cloneNode(true)),
  addText: (table) => {
    for (const row of listAllRows(table)) row.before('\n  ', table.ownerDocument.createComment(' 12,5 % '));
  },
};

/** What makes two columns say that they are the same: it comes last, so that the true one is still there. */
export const twinHeader: Mutation = (table, roll) => {
  const header = choose(findHeadRow(table)?.children ?? [], roll)?.textContent;
  if (header) insertColumn(table, roll, header);
};
