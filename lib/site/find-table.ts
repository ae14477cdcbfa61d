import type { FieldId } from '#lib/loan/fields.ts';
import { readLabel, readText } from './cell-text.ts';
import { findColumnLook } from './column-looks.ts';
import { findFieldsByHeader, findFieldsByLook, mayMean, readHeader } from './headers.ts';
import { listLanguages } from './labels.ts';
import { isInOurs } from './our-elements.ts';
import type { PageColumn, PageIdentity, PageTable, TableFinding } from './page-reading.ts';
import {
  countColumns,
  findRole,
  findTakenPlaces,
  isPairedTable,
  listRows,
  placeCells,
  type PlacedCell,
  type RowShape,
} from './table-rows.ts';

/** Rows that are looked at to see what a column holds; each cell of them is read once more when rows are read. */
const sampleSize = 50;
const knownClasses = '.investments, .loansales_table, .oldtable';
/** Fields that lists of loans show and that no other table of the site does; two of them make a list. */
const telling = new Set<FieldId>([
  'rating',
  'country',
  'loanStatusCode',
  'nextPaymentNr',
  'outstandingPayments',
  'price',
  'discount',
  'xirr',
  'auctionNumber',
  'investmentNumber',
  'loanDuration',
  'principalRemaining',
]);

interface Candidate {
  table: PageTable;
  hasKnownClass: boolean;
  /** At most as many as were looked at. */
  mainRows: number;
  misshapenRows: number;
  understood: number;
  telling: number;
}

/**
 * Finds the table of loans of a page: by the site's class for it, else by its headers, else by the look of its cells; never by
 * where it stands. A table with nothing on sale is absent, and so is one that is still to come.
 */
export function findTable(identity: PageIdentity, document: Document): TableFinding {
  if (!['secondary-market', 'primary-market', 'investments'].includes(identity.kind)) return { absent: true };

  const lists: Candidate[] = [];
  let others = 0;
  for (const element of document.getElementsByTagName('table')) {
    if (lists.some((list) => list.table.element.contains(element)) || isInOurs(element)) continue;
    const candidate = examine(element, identity, document);
    if (candidate && isList(candidate)) lists.push(candidate);
    else if (holdsRows(element)) others += 1;
  }

  const [best] = lists.toSorted(
    (a, b) =>
      Number(b.mainRows > 0) - Number(a.mainRows > 0) ||
      Number(b.hasKnownClass) - Number(a.hasKnownClass) ||
      b.understood - a.understood ||
      b.mainRows - a.mainRows,
  );
  if (best && best.mainRows > 0) return { found: best.table };
  if (best && best.misshapenRows > 0) {
    return { notUnderstood: 'The rows of the table have other cells than its headers say.' };
  }
  if (best) return { absent: true };
  if (others > 0) return { notUnderstood: 'There is a table, but too few of its columns are understood.' };
  return document.querySelector('[role="grid"] [role="row"], [role="table"] [role="row"]') === null
    ? { absent: true }
    : { notUnderstood: 'The list is not made as a table.' };
}

// Whether rows of several cells stand in a table, so that something is there to be understood.
function holdsRows(element: HTMLTableElement): boolean {
  const enough = element.closest(knownClasses) === null ? 3 : 1;
  const rows = listRows(element).filter(
    (row) => placeCells(row).filter((cell) => cell.element.localName === 'td').length >= 3,
  );
  return rows.length >= enough;
}

function isList(candidate: Candidate): boolean {
  return candidate.hasKnownClass
    ? candidate.understood >= 2
    : candidate.understood >= 3 && candidate.telling >= 2;
}

function examine(
  element: HTMLTableElement,
  identity: PageIdentity,
  document: Document,
): Candidate | undefined {
  const rows = listRows(element);
  const head = findHead(rows, identity);
  if (!head) return undefined;
  const cells = placeCells(head, findTakenPlaces(head));
  const shape: RowShape = { head, columns: countColumns(cells), isPaired: isPairedTable(element) };

  const sample: PlacedCell[][] = [];
  let misshapenRows = 0;
  for (const row of rows) {
    const placed = placeCells(row);
    const role = findRole(row, shape, placed);
    if (role === 'misshapen') misshapenRows += 1;
    if (role === 'main') sample.push(placed);
    if (sample.length === sampleSize) break;
  }

  const columns = readColumns(cells, sample, identity, listLanguages(document));
  const fields = new Set(columns.flatMap((column) => column.fields));
  return {
    table: { identity, element, head, columns },
    hasKnownClass: element.closest(knownClasses) !== null,
    mainRows: sample.length,
    misshapenRows,
    understood: columns.filter((column) => column.fields.length > 0).length,
    telling: [...fields].filter((field) => telling.has(field)).length,
  };
}

// The row above the data whose cells are headers, and of several the one that says most.
function findHead(
  rows: readonly HTMLTableRowElement[],
  identity: PageIdentity,
): HTMLTableRowElement | undefined {
  let best: { row: HTMLTableRowElement; score: number } | undefined;
  const inHead = rows.filter((row) => row.parentElement?.localName === 'thead');
  for (const row of inHead.length > 0 ? inHead : rows.slice(0, 3)) {
    const cells = placeCells(row);
    const headers = cells.filter((cell) => cell.element.localName === 'th').length;
    const meant = cells.filter((cell) => mayMean(readHeader(cell.element), identity.kind)).length;
    const isHead = inHead.length > 0 || headers * 2 > cells.length || meant >= 3;
    if (cells.length >= 3 && isHead && (!best || meant > best.score)) best = { row, score: meant };
  }
  return best?.row;
}

function readColumns(
  headCells: readonly PlacedCell[],
  sample: readonly (readonly PlacedCell[])[],
  identity: PageIdentity,
  languages: readonly string[],
): PageColumn[] {
  const columns = headCells.map((head) => {
    const header = readHeader(head.element);
    const cells = sample.flatMap((row) => row.filter((cell) => isUnder(cell, head)));
    const look = findColumnLook(
      cells.map((cell) => readText(cell.element) || readLabel(cell.element)),
      languages,
      header.concepts?.has('country') ?? header.text !== '',
    );
    const isCost =
      cells.length > 0 && cells.every((cell) => cell.element.querySelector('.item-cost') !== null);
    return { header, look, isCost, fields: findFieldsByHeader(header, look, identity.kind) };
  });

  const claimed = new Set(columns.flatMap((column) => column.fields));
  const proven = columns.map(({ header, look, isCost, fields }) =>
    fields.length > 0 ? [] : findFieldsByLook(header, look, identity.kind, isCost),
  );
  return columns.map(({ header, fields: named }, index) => {
    const fields = named.length > 0 ? named : keepIfAlone(proven, index, claimed);
    return {
      header: header.text,
      fields,
      confidence: named.length > 0 ? 1 : fields.length > 0 ? 0.9 : 0,
      doubt: fields.length > 0 || header.text === '' ? null : 'Its header is not known.',
    };
  });
}

// A look proves nothing when a header already names the field, or when two columns look alike.
function keepIfAlone(
  proven: readonly (readonly FieldId[])[],
  index: number,
  claimed: ReadonlySet<FieldId>,
): readonly FieldId[] {
  const fields = proven[index] ?? [];
  const isTaken = fields.some(
    (field) => claimed.has(field) || proven.some((other, at) => at !== index && other.includes(field)),
  );
  return isTaken ? [] : fields;
}

/** Whether a cell stands under a header and nothing else. */
function isUnder(cell: PlacedCell, head: PlacedCell): boolean {
  return cell.start >= head.start && cell.start + cell.span <= head.start + head.span;
}
