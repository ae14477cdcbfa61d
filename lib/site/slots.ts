import { columnAttribute, isOurs } from './our-elements.ts';
import type { PageTable } from './page-reading.ts';
import { countColumns, listRows, placeCells, placeHeadCells, readSpan } from './table-rows.ts';

const colspanAttribute = 'data-bondlens-colspan';
const markPrefix = 'data-bondlens-';
// Boxes that a page puts around a table to let it scroll.
const scrollBox = /(^|\s)(table-responsive|table-scroll|scroll\S*|overflow\S*|dataTables_scroll\S*)(\s|$)/i;

/** A place to insert before. */
export interface Slot {
  parent: Element;
  before: Element;
}

/**
 * Where a bar above the table belongs: before the table, or before the outermost box that holds nothing but the table, so that
 * it does not scroll with it. Looks at markup only, never at layout.
 */
export function findBarSlot({ element }: PageTable): Slot | undefined {
  let before: Element = element;
  for (let parent = before.parentElement; parent !== null; parent = before.parentElement) {
    const holdsOnlyTable = [...parent.children].every((child) => child === before || isOurs(child));
    const style = parent.getAttribute('style') ?? '';
    const scrolls =
      scrollBox.test(parent.getAttribute('class') ?? '') || /overflow(-x)?\s*:\s*(auto|scroll)/i.test(style);
    const isBox = parent.localName === 'div' && parent.id === '' && (scrolls || holdsOnlyTable);
    if (!isBox || parent.parentElement === null || parent.parentElement.localName === 'body') {
      return { parent, before };
    }
    before = parent;
  }
  return undefined;
}

/** Puts cells at the end of the header row. They must carry the column attribute. */
export function appendToHead({ element, head }: PageTable, cells: readonly HTMLTableCellElement[]): void {
  const section = head.parentElement;
  if (section?.localName === 'thead') {
    // A header cell that reaches over all header rows keeps the last one from looking ragged.
    const rows = listRows(element).filter((row) => row.parentElement === section);
    const below = rows.length - rows.indexOf(head);
    if (below > 1) for (const cell of cells) cell.setAttribute('rowspan', String(below));
  }
  head.append(...cells);
}

/** Puts cells at the end of a main row. They must carry the column attribute. */
export function appendToRow(row: HTMLTableRowElement, cells: readonly HTMLTableCellElement[]): void {
  row.append(...cells);
}

/** How many columns the page's own header row has. */
export function countOwnColumns({ head }: PageTable): number {
  return countColumns(placeHeadCells(head));
}

/**
 * Widens the cells of the given rows that reach over several columns to the table's end (details, empty states, second rows
 * of pairs) by `added` columns, and puts back those widened before when `added` is 0. Doing it again with another number starts from the page's own span.
 */
export function mendColspans(table: PageTable, rows: Iterable<Element>, added: number): void {
  const columns = countOwnColumns(table);
  for (const row of rows) {
    for (const { element, start } of placeCells(row)) {
      const original = element.getAttribute(colspanAttribute);
      const span = original === null ? readSpan(element, 'colspan') : Number(original);
      // One that reaches over several columns to the last: also the end of the second row of a pair.
      if (span < 2 || start + span < columns) continue;
      if (added === 0) {
        restoreColspan(element);
      } else {
        if (original === null) element.setAttribute(colspanAttribute, String(span));
        element.setAttribute('colspan', String(span + added));
      }
    }
  }
}

function restoreColspan(element: Element): void {
  const original = element.getAttribute(colspanAttribute);
  if (original === null) return;
  element.setAttribute('colspan', original);
  element.removeAttribute(colspanAttribute);
}

/** Takes away everything of ours below `root`: elements, marks on the page's own elements, widened spans. */
export function removeOurs(root: ParentNode & Node): void {
  const ours: Element[] = [];
  const marked: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (isOurs(element)) ours.push(element);
    else if (element.getAttributeNames().some((name) => name.startsWith(markPrefix))) marked.push(element);
  }
  for (const element of ours) element.remove();
  for (const element of marked) {
    restoreColspan(element);
    for (const name of element.getAttributeNames()) {
      if (name.startsWith(markPrefix) && name !== columnAttribute) element.removeAttribute(name);
    }
  }
}
