import { choose, type Roll } from './roll.ts';
import { chooseCell, findHeadRow, listMainRows, type Mutation } from './mutation.ts';

function listTexts(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

function replaceTexts(element: Element, replace: (text: string) => string): void {
  for (const text of listTexts(element)) text.data = replace(text.data);
}

const swapMarks = (text: string): string => text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** Puts an element with a text into a cell. */
function insert(
  cell: Element | undefined,
  text: string,
  place: 'prepend' | 'append',
  hide: (box: HTMLElement) => void,
): void {
  if (!cell) return;
  const box = cell.ownerDocument.createElement('span');
  box.textContent = text;
  hide(box);
  cell[place](box);
}

// A name with a mark at it is another name.
function chooseNumber(table: HTMLTableElement, roll: Roll): Element | undefined {
  const cell = chooseCell(table, roll);
  return cell && /^\P{L}/u.test(cell.textContent.trim()) ? cell : undefined;
}

/** What may happen to the cells of a page. */
export const cellMutations: Readonly<Record<string, Mutation>> = {
  wrapCell: (table, roll) => {
    const cell = chooseCell(table, roll);
    const box = table.ownerDocument.createElement(choose(['div', 'span', 'b', 'a', 'label'], roll) ?? 'div');
    box.append(...(cell?.childNodes ?? []));
    cell?.append(box);
  },
  splitText: (table, roll) => {
    const cell = chooseCell(table, roll);
    const text = cell && choose(listTexts(cell), roll);
    if (!text || text.length < 2) return;
    const end = text.splitText(1 + roll(text.length - 1));
    for (const part of [text, end]) {
      const box = table.ownerDocument.createElement('span');
      part.replaceWith(box);
      box.append(part);
    }
  },
  dropCell: (table, roll) => chooseCell(table, roll)?.remove(),
  emptyCell: (table, roll) =>
    chooseCell(table, roll)?.replaceChildren(choose(['', '-', '-%', 'n/a', '…', '—'], roll) ?? ''),
  addForeignCell: (table, roll) => {
    const cell = table.ownerDocument.createElement('td');
    cell.textContent = choose(['', '12', '3.5 %', '9,99 €', 'B'], roll) ?? '';
    chooseCell(table, roll)?.before(cell);
  },
  swapMarksInCell: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell) replaceTexts(cell, swapMarks);
  },
  swapMarksEverywhere: (table) => {
    for (const row of listMainRows(table)) replaceTexts(row, swapMarks);
  },
  widenSpaces: (table) => {
    for (const row of listMainRows(table)) replaceTexts(row, (text) => text.replaceAll(' ', '\u2009\u00A0'));
  },
  breakLines: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell) replaceTexts(cell, (text) => `\n   ${text.replaceAll(' ', '\n\t')}\n`);
  },
  addInvisible: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell) replaceTexts(cell, (text) => `\u200E${text.slice(0, 1)}\u200B${text.slice(1)}\uFEFF`);
  },
  widenDigits: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell)
      replaceTexts(cell, (text) =>
        text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff_10 + Number(digit))),
      );
  },
  addFootnote: (table, roll) =>
    chooseNumber(table, roll)?.append(choose(['*', ' ¹', ' (a)', ' ~'], roll) ?? '*'),
  addSign: (table, roll) =>
    chooseNumber(table, roll)?.prepend(choose(['< ', '~', '± ', '> ', 'ca. '], roll) ?? '~'),
  dropUnit: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell) replaceTexts(cell, (text) => text.replace(/%(?!\))|€|EUR/, ''));
  },
  otherUnit: (table, roll) => {
    const cell = chooseCell(table, roll);
    if (cell && /€|EUR/.test(cell.textContent)) replaceTexts(cell, (text) => text.replace(/€|EUR/, 'kr'));
  },
  hideText: (table, roll) =>
    insert(chooseCell(table, roll), '0000412', 'prepend', (box) =>
      box.setAttribute('style', 'display: none'),
    ),
  hideTextByClass: (table, roll) =>
    insert(chooseCell(table, roll), '12,5 % ', 'append', (box) => box.setAttribute('class', 'sr-only')),
  addAttributes: (table, roll) => {
    const cell = chooseCell(table, roll);
    cell?.setAttribute('data-index', String(roll(100)));
    cell?.setAttribute('style', 'color: red');
    cell?.setAttribute('class', 'text-right col-md-3');
    cell?.parentElement?.setAttribute('aria-rowindex', String(roll(100)));
  },
  addOurs: (table) => {
    const rows = [findHeadRow(table), ...listMainRows(table)];
    for (const row of rows) {
      const cell = table.ownerDocument.createElement('td');
      cell.setAttribute('data-bondlens-column', 'discount');
      cell.textContent = '1.669,5';
      row?.append(cell);
    }
  },
  blankHeader: (table, roll) => choose(findHeadRow(table)?.children ?? [], roll)?.replaceChildren(),
  renameHeader: (table, roll) => choose(findHeadRow(table)?.children ?? [], roll)?.replaceChildren('Ξενικό'),
  decorateHeader: (table, roll) => {
    const head = choose(findHeadRow(table)?.children ?? [], roll);
    head?.append(choose([' ▲', ' \u2193', '\u00A0', ' *'], roll) ?? '');
  },
  explainHeader: (table, roll) =>
    insert(
      choose(findHeadRow(table)?.children ?? [], roll),
      'This is what that column shows',
      'append',
      (box) => box.setAttribute('class', 'tip'),
    ),
  shoutHeaders: (table) => {
    for (const head of findHeadRow(table)?.children ?? []) replaceTexts(head, (text) => text.toUpperCase());
  },
};
