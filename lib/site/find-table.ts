import type { FieldId } from '#lib/loan/fields.ts';
import { matchTaughtColumns } from '#lib/views/taught-columns.ts';
import { mayMean, readHeader } from './headers.ts';
import { isInOurs } from './our-elements.ts';
import type { PageIdentity, PageKind, PageTable, TableFinding } from './page-reading.ts';
import { believeColumns, readColumns, type BelievedColumn } from './read-columns.ts';
import {
  countColumns,
  findRole,
  isPairedTable,
  listRows,
  placeCells,
  placeHeadCells,
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
 * Finds the table of loans of a page: the one that a person showed, else by the site's class for it, else by its headers, else
 * by the look of its cells; never by where it stands. A table with nothing on sale is absent, and so is one that is still
 * to come.
 */
export function findTable(identity: PageIdentity, document: Document): TableFinding {
  const taught = findTaughtTable(identity, document);
  if (taught) return { found: taught };
  if (!['secondary-market', 'primary-market', 'investments'].includes(identity.kind)) return { absent: true };

  const lists: Candidate[] = [];
  let others = 0;
  for (const element of document.getElementsByTagName('table')) {
    if (lists.some((list) => list.table.element.contains(element)) || isInOurs(element)) continue;
    const candidate = examine(element, identity);
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
  const isGrid = [...document.querySelectorAll('[role=grid],[role=table],[role=treegrid]')].some(
    (grid) => grid.querySelector('[role=row]') !== null,
  );
  return isGrid ? { notUnderstood: 'The list is not made as a table.' } : { absent: true };
}

// The latest lesson that fits a table of the page; rows may still be to come.
function findTaughtTable(identity: PageIdentity, document: Document): PageTable | undefined {
  for (const taught of identity.taught ?? []) {
    for (const element of document.getElementsByTagName('table')) {
      if (isInOurs(element)) continue;
      for (const head of listHeadRows(listRows(element))) {
        const headers = placeHeadCells(head).map((cell) => readHeader(cell.element).text);
        if (!matchTaughtColumns(taught, headers)) continue;
        const { columns } = believeTable(element, head, taught.kind);
        const { generation } = identity;
        return {
          identity: { kind: taught.kind, generation },
          taught,
          element,
          head,
          columns: readColumns(columns, taught),
        };
      }
    }
  }
  return undefined;
}

// Whether rows of several cells stand in a table, so that something is there to be understood.
function holdsRows(element: HTMLTableElement): boolean {
  const enough = hasKnownClass(element) ? 1 : 3;
  const rows = listRows(element).filter(
    (row) => placeCells(row).filter((cell) => cell.element.localName === 'td').length >= 3,
  );
  return rows.length >= enough;
}

// The site's class, on the table or on a box around it; a table inside of a row is another one.
function hasKnownClass(element: Element): boolean {
  const known = element.closest(knownClasses);
  if (known === null || known === element) return known !== null;
  const outer = element.parentElement?.closest('table') ?? null;
  return outer === null || !known.contains(outer);
}

// Where the class does not tell, its rows must be single loans: a table of figures by rating is no list.
function isList(candidate: Candidate): boolean {
  return candidate.hasKnownClass
    ? candidate.understood >= 2
    : candidate.understood >= 3 && candidate.telling >= 2 && showsSingleLoans(candidate.table);
}

const ofSingleLoans = new Set<FieldId>(['auctionNumber', 'nextPaymentNr', 'nextPaymentDate']);
const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Whether the rows of a table are single loans, by a column that only those have, or by ids in its markup. */
export function showsSingleLoans({ columns, element }: PageTable): boolean {
  return (
    columns.some(({ fields }) => fields.some((field) => ofSingleLoans.has(field))) ||
    [...element.querySelectorAll('tr,a,input,button')].some((one) =>
      one.getAttributeNames().some((name) => guid.test(one.getAttribute(name) ?? '')),
    )
  );
}

function examine(element: HTMLTableElement, identity: PageIdentity): Candidate | undefined {
  const head = findHead(listRows(element), identity.kind);
  if (!head) return undefined;
  const { mainRows, misshapenRows, columns: believed } = believeTable(element, head, identity.kind);
  const columns = readColumns(believed);
  const fields = new Set(columns.flatMap((column) => column.fields));
  return {
    table: { identity, element, head, columns },
    hasKnownClass: hasKnownClass(element),
    mainRows,
    misshapenRows,
    understood: columns.filter((column) => column.fields.length > 0).length,
    telling: [...fields].filter((field) => telling.has(field)).length,
  };
}

/** What is believed of the columns of a table under a head row, by a sample of its main rows. */
export function believeTable(
  element: HTMLTableElement,
  head: HTMLTableRowElement,
  kind: PageKind,
): { columns: BelievedColumn[]; mainRows: number; misshapenRows: number } {
  const cells = placeHeadCells(head);
  const shape: RowShape = { head, columns: countColumns(cells), isPaired: isPairedTable(element) };
  const sample: PlacedCell[][] = [];
  let misshapenRows = 0;
  for (const row of listRows(element)) {
    const placed = placeCells(row);
    const role = findRole(row, shape, placed);
    if (role === 'misshapen') misshapenRows += 1;
    if (role === 'main') sample.push(placed);
    if (sample.length === sampleSize) break;
  }
  const columns = believeColumns(cells, sample, kind, element.ownerDocument);
  return { columns, mainRows: sample.length, misshapenRows };
}

/** The rows that may hold the headers of a table: those of its head, else its first three. */
function listHeadRows(rows: readonly HTMLTableRowElement[]): readonly HTMLTableRowElement[] {
  const inHead = rows.filter((row) => row.parentElement?.localName === 'thead');
  return inHead.length > 0 ? inHead : rows.slice(0, 3);
}

/** The row above the data whose cells are headers, and of several the one that says most on this kind of page. */
export function findHead(
  rows: readonly HTMLTableRowElement[],
  kind: PageKind,
): HTMLTableRowElement | undefined {
  let best: { row: HTMLTableRowElement; score: number } | undefined;
  for (const row of listHeadRows(rows)) {
    const cells = placeHeadCells(row);
    const headers = cells.filter((cell) => cell.element.localName === 'th').length;
    const meant = cells.filter((cell) => mayMean(readHeader(cell.element), kind)).length;
    const isHead = row.parentElement?.localName === 'thead' || headers * 2 > cells.length || meant >= 3;
    if (cells.length >= 3 && isHead && (!best || meant > best.score)) best = { row, score: meant };
  }
  return best?.row;
}
