import type { FieldId } from '#lib/loan/fields.ts';
import { findRowKey, type RowIds } from '#lib/loan/ids.ts';
import { readLabel, readText } from './cell-text.ts';
import { checkPrices } from './check-price.ts';
import { planColumns, type ColumnPlan } from './column-plans.ts';
import { isUnknownMark } from './column-looks.ts';
import { isTotalsLabel, listLanguages } from './labels.ts';
import type { PageTable, RowReading, TableRow } from './page-reading.ts';
import { readCell, type CellReading } from './read-cell.ts';
import { readRowIds } from './row-ids.ts';
import { draftRow, findClaim, settleRow, type RowFields } from './settle-row.ts';
import { createTableFormat, describeFormat, learnTableFormat, type TableFormat } from './table-format.ts';
import {
  countColumns,
  findRole,
  isPairedTable,
  listRows,
  placeCells,
  type RowRole,
  type RowShape,
} from './table-rows.ts';

/** The decimal mark that the table's numbers show, once rows of it were read; undefined while none or both were seen. */
export function findDecimalMark(table: PageTable): '.' | ',' | undefined {
  const marks = formats.get(table)?.numbers.decimalMarks;
  return marks?.size === 1 ? [...marks][0] : undefined;
}

/** A main row, its cells taken apart. */
interface TakenRow {
  element: HTMLTableRowElement;
  /** Null for a row with other cells than the headers say. */
  cells: readonly CellReading[] | null;
  /** What its first cell with text says. */
  label: string;
  ids: RowIds;
}

const formats = new WeakMap<PageTable, TableFormat>();

/**
 * Reads rows of a table: all, or those given (which may hold rows that are no main rows; they are passed over). Number
 * format, order of dates and the meaning of signs are settled from all cells of the table. When rows that came later
 * change what is settled, all rows of the table are returned, since the earlier readings may not hold any more.
 * A row with nothing in it but totals or headers is no row. Reads no layout, and changes nothing.
 */
export function readRows(table: PageTable, elements?: readonly HTMLTableRowElement[]): TableRow[] {
  const plans = planColumns(table);
  const languages = listLanguages(table.element.ownerDocument);
  const all = listRows(table.element);
  const shape: RowShape = {
    head: table.head,
    columns: countColumns(plans.map((plan) => plan.place)),
    isPaired: isPairedTable(table.element, all),
  };
  const take = (rows: readonly HTMLTableRowElement[]): TakenRow[] =>
    rows.map((row) => takeRow(row, shape, plans, table, languages)).filter((row) => row !== undefined);

  const known = elements ? formats.get(table) : undefined;
  const format = known ?? createTableFormat();
  const taken = take(known && elements ? elements : all);
  const before = known && describeFormat(format, plans, table.identity);
  learn(taken, format, plans, languages);
  formats.set(table, format);
  if (known && before !== describeFormat(format, plans, table.identity)) return readRows(table);

  const wanted = elements && !known ? new Set(elements) : undefined;
  return taken
    .filter((row) => (wanted?.has(row.element) ?? true) && !isNoLoan(row, format, shape))
    .map((row) => ({
      element: row.element,
      followers: findFollowers(row.element, shape),
      reading: readRow(row, format, table, languages),
    }));
}

function takeRow(
  element: HTMLTableRowElement,
  shape: RowShape,
  plans: readonly ColumnPlan[],
  { element: tableElement, identity }: PageTable,
  languages: readonly string[],
): TakenRow | undefined {
  if (element.parentElement !== tableElement && element.parentElement?.parentElement !== tableElement)
    return undefined;
  const placed = placeCells(element);
  const role = findRole(element, shape, placed);
  if (role !== 'main' && role !== 'misshapen') return undefined;

  const texts = placed.map((cell) => readText(cell.element));
  const label = texts.find((text) => text !== '') ?? '';
  const ids = readRowIds(element, texts, identity.kind);
  if (role === 'misshapen') return { element, cells: null, label, ids };
  if (plans.every((plan, index) => texts[index]?.replaceAll('\n', ' ') === plan.header)) return undefined;

  const cells = placed.flatMap((cell, index) => {
    const plan = plans.find(
      ({ place }) => cell.start >= place.start && cell.start + cell.span <= place.start + place.span,
    );
    const text = texts[index] ?? '';
    return plan
      ? [readCell(plan, text === '' && plan.reader !== null ? readLabel(cell.element) : text, languages)]
      : [];
  });
  return { element, cells, label, ids };
}

function learn(
  rows: readonly TakenRow[],
  format: TableFormat,
  plans: readonly ColumnPlan[],
  languages: readonly string[],
): void {
  for (const row of rows) {
    for (const cell of row.cells ?? []) learnTableFormat(format, cell);
    format.showsLoans ||= showsLoan(row);
  }
  // Columns that only loans fill make a row that leaves them all empty none.
  format.showsLoans ||= plans.some(isMarkOfLoan);
  if (!plans.some((plan) => plan.fields.includes('principalRemaining'))) return;
  const drafts = rows.flatMap(({ cells, label }) =>
    cells && !isTotalsLabel(label) ? [draftRow(cells, format, languages)] : [],
  );
  const claims = drafts.map(findClaim).filter((claim) => claim !== undefined);
  if (claims.length === 0) return;
  const check = checkPrices(claims);
  format.isPrincipal &&= check.isPrincipal;
  if (check.isPrincipal) format.provenConvention = check.convention ?? format.provenConvention;
}

const marksOfLoans: ReadonlySet<FieldId> = new Set([
  'rating',
  'country',
  'nextPaymentNr',
  'loanStatusCode',
] as const);

function isMarkOfLoan({ reader, fields }: ColumnPlan): boolean {
  return reader === 'loan-number' || fields.some((field) => marksOfLoans.has(field));
}

// Whether a row has an id, or anything else that only a loan has; totals have sums and averages.
function showsLoan({ cells, ids, label }: TakenRow): boolean {
  if (isTotalsLabel(label)) return false;
  const shows = ({ plan, text }: CellReading): boolean =>
    isMarkOfLoan(plan) && (plan.reader === 'loan-number' ? /\d/.test(text) : !isUnknownMark(text));
  return findRowKey(ids) !== undefined || (cells?.some(shows) ?? false);
}

// Totals say so, or they are the row at an end of the table that alone shows no loan. A row of blanks is no row either.
function isNoLoan(row: TakenRow, format: TableFormat, shape: RowShape): boolean {
  if (isTotalsLabel(row.label)) return true;
  if (!row.cells || showsLoan(row)) return false;
  if (row.label === '') return true;
  return (
    format.showsLoans &&
    (findMain(row.element, 'next', shape) === null || findMain(row.element, 'previous', shape) === null)
  );
}

function readRow(
  row: TakenRow,
  format: TableFormat,
  table: PageTable,
  languages: readonly string[],
): RowReading {
  if (!row.cells) return { unreadable: 'The row has other cells than the headers of the table say.' };
  const fields = settleRow(draftRow(row.cells, format, languages), format, table.identity);
  const ids = mergeIds(row.ids, fields);
  // Among loans that show what they are, a row of mere sums is not one of them.
  const isLoan = showsLoan(row) || !format.showsLoans;
  const isLegible = isLoan && Object.values(fields).some((value) => value !== null);
  const key = findRowKey(ids) ?? (isLegible ? nameByText(row.cells) : undefined);
  return key === undefined
    ? { unreadable: 'The row shows no number or id of a loan, and nothing else of it was understood.' }
    : { key, ids, fields };
}

// The number in the row's markup and the one in its column must agree; else neither is trusted.
function mergeIds(ids: RowIds, fields: RowFields): RowIds {
  const { auctionNumber, auctionBidNumber } = fields;
  if (typeof auctionNumber !== 'number') return ids;
  if (ids.auctionNumber !== undefined && ids.auctionNumber !== auctionNumber) {
    const { auctionNumber: _number, auctionBidNumber: _bid, ...others } = ids;
    for (const field of ['auctionNumber', 'auctionBidNumber', 'investmentNumber'] as const) {
      if (fields[field] !== undefined) fields[field] = null;
    }
    return others;
  }
  return { ...ids, auctionNumber, ...(typeof auctionBidNumber === 'number' && { auctionBidNumber }) };
}

// A row that shows no id is named by what it says (FNV-1a, 32 bits): the same as long as its text is.
function nameByText(cells: readonly CellReading[]): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of cells.map((cell) => cell.text).join('\t')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  return `text:${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function findFollowers(row: Element, shape: RowShape): HTMLTableRowElement[] {
  const followers: HTMLTableRowElement[] = [];
  for (let next = row.nextElementSibling; next !== null; next = next.nextElementSibling) {
    const role: RowRole = next.localName === 'tr' ? findRole(next, shape) : 'none';
    if (role === 'follower') followers.push(next as HTMLTableRowElement);
    else if (role !== 'none') break;
  }
  return followers;
}

function findMain(row: Element, direction: 'next' | 'previous', shape: RowShape): Element | null {
  const step = (from: Element): Element | null =>
    direction === 'next' ? from.nextElementSibling : from.previousElementSibling;
  for (let at = step(row); at !== null; at = step(at)) {
    if (at.localName === 'tr' && findRole(at, shape) === 'main') return at;
  }
  return null;
}
