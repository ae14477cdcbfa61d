import { isNameOfOurs, isOurs } from './our-elements.ts';

/** A cell of the page's own with the column that it begins in. */
export interface PlacedCell {
  element: Element;
  /** Counted from 0 over the page's own cells, spans included. */
  start: number;
  span: number;
}

/** What a row of a table is for. */
export type RowRole =
  /** Cells for every column: an offer, an investment. */
  | 'main'
  /** Belongs to the main row before it: details, the second row of a pair. */
  | 'follower'
  /** As many cells as a main row should not have. */
  | 'misshapen'
  | 'header'
  | 'totals'
  /** Ours, or nothing in it. */
  | 'none';

/** The table's own rows in document order, with those of nested tables left out. */
export function listRows(table: Element): HTMLTableRowElement[] {
  const rows: HTMLTableRowElement[] = [];
  for (let child = table.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (child.localName === 'tr') rows.push(child as HTMLTableRowElement);
    else if (isRowGroup(child)) rows.push(...listSectionRows(child));
  }
  return rows;
}

function listSectionRows(section: Element): HTMLTableRowElement[] {
  const rows: HTMLTableRowElement[] = [];
  for (let row = section.firstElementChild; row !== null; row = row.nextElementSibling) {
    if (row.localName === 'tr') rows.push(row as HTMLTableRowElement);
  }
  return rows;
}

function isRowGroup(element: Element): boolean {
  return element.localName === 'tbody' || element.localName === 'thead' || element.localName === 'tfoot';
}

/** The page's own cells of a row, each with its place; cells that we added are left out. */
export function placeCells(row: Element, taken?: ReadonlySet<number>): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let start = 0;
  for (let element = row.firstElementChild; element !== null; element = element.nextElementSibling) {
    const { localName } = element;
    if (localName !== 'td' && localName !== 'th') continue;
    const names = element.getAttributeNames();
    if (names.some(isNameOfOurs)) continue;
    while (taken?.has(start)) start += 1;
    const span = names.includes('colspan') ? readSpan(element, 'colspan') : 1;
    cells.push({ element, start, span });
    start += span;
  }
  return cells;
}

/** How many columns a row's cells cover. */
export function countColumns(cells: readonly PlacedCell[]): number {
  const last = cells.at(-1);
  return last ? last.start + last.span : 0;
}

/** A span attribute, as browsers understand it. */
export function readSpan(element: Element, name: 'colspan' | 'rowspan'): number {
  const text = element.getAttribute(name);
  if (text === null) return 1;
  const span = Number.parseInt(text, 10);
  return Number.isInteger(span) && span >= 1 && span <= 1000 ? span : 1;
}

/**
 * The header cells of the table's columns: those of its head row, and where cells of header rows above reach down beside
 * them, those. In the order of columns.
 */
export function placeHeadCells(head: Element): PlacedCell[] {
  const rows = head.parentElement ? listSectionRows(head.parentElement) : [];
  const at = rows.findIndex((row) => row === head);
  let reaching: { cell: PlacedCell; end: number }[] = [];
  for (const [index, row] of rows.slice(0, Math.max(at, 0)).entries()) {
    const cells = placeCells(row, listPlaces(reaching));
    reaching = [
      ...reaching,
      ...cells.map((cell) => ({ cell, end: index + readSpan(cell.element, 'rowspan') })),
    ].filter(({ end }) => end > index + 1);
  }
  const own = placeCells(head, listPlaces(reaching));
  return [...own, ...reaching.map(({ cell }) => cell)].toSorted((a, b) => a.start - b.start);
}

function listPlaces(reaching: readonly { cell: PlacedCell }[]): ReadonlySet<number> {
  return new Set(
    reaching.flatMap(({ cell }) => Array.from({ length: cell.span }, (_, index) => cell.start + index)),
  );
}

/** What all rows of a table have in common that tells their roles. */
export interface RowShape {
  head: Element;
  columns: number;
  /** Pairs of rows (generation A): the main row has a cell of class `title`. */
  isPaired: boolean;
}

/** Whether the table's offers are pairs of rows, as in generation A. */
export function isPairedTable(table: Element): boolean {
  return table.classList.contains('loansales_table') && listRows(table).some(hasTitleCell);
}

function hasTitleCell(row: Element): boolean {
  for (const cell of row.children) if (cell.classList.contains('title')) return true;
  return false;
}

/** What a row is for, by the cells it has. Totals without their own part of the table are told by what they say, not here. */
export function findRole(
  row: Element,
  shape: RowShape,
  cells: readonly PlacedCell[] = placeCells(row),
): RowRole {
  if (row === shape.head || row.parentElement?.localName === 'thead') return 'header';
  if (cells.length === 0 || isOurs(row)) return 'none';
  if (row.parentElement?.localName === 'tfoot') return 'totals';
  if (cells.every((cell) => cell.element.localName === 'th')) return 'header';
  if (shape.isPaired && !hasTitleCell(row)) return 'follower';
  const isMain = cells.length >= Math.min(3, shape.columns) && countColumns(cells) === shape.columns;
  const isWide = cells.some((cell) => cell.span > 1 && cell.span >= shape.columns / 2);
  if (isMain && !isWide) return 'main';
  return isWide || cells.length < 3 || cells.length * 2 < shape.columns ? 'follower' : 'misshapen';
}
