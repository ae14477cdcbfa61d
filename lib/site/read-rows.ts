import { findRowKey, type RowIds } from '#lib/loan/ids.ts';
import { checkPrices } from './check-price.ts';
import { planColumns } from './column-plans.ts';
import { listLanguages } from './labels.ts';
import type { PageTable, RowReading, TableRow } from './page-reading.ts';
import type { CellReading } from './read-cell.ts';
import { draftRow, findClaim, settleRow, type RowFields } from './settle-row.ts';
import { createTableFormat, describeFormat, learnTableFormat, type TableFormat } from './table-format.ts';
import { countColumns, findRole, isPairedTable, listRows } from './table-rows.ts';
import { isMarkOfLoan, takeRow, type TableContext, type TakenRow } from './take-row.ts';

const formats = new WeakMap<PageTable, TableFormat>();

/** The decimal mark that the table's numbers show, once rows of it were read; undefined while none or both were seen. */
export function findDecimalMark(table: PageTable): '.' | ',' | undefined {
  const marks = formats.get(table)?.numbers.decimalMarks;
  return marks?.size === 1 ? [...marks][0] : undefined;
}

/**
 * Reads rows of a table: all, or those given (which may hold rows that are no main rows; they are passed over). Number
 * format, order of dates and the meaning of signs are settled from all cells of the table. When rows that came later
 * change what is settled, all rows of the table are returned, since the earlier readings may not hold any more.
 * A row with nothing in it but totals or headers is no row. Reads no layout, and changes nothing.
 */
export function readRows(table: PageTable, elements?: readonly HTMLTableRowElement[]): TableRow[] {
  const context = findContext(table);
  const known = elements ? formats.get(table) : undefined;
  const format = known ?? createTableFormat(table.taught);
  const candidates =
    known && elements ? elements.filter((row) => isRowOf(row, table.element)) : listRows(table.element);
  const taken = candidates.map((row) => takeRow(row, context)).filter((row) => row !== undefined);

  const before = known && describeFormat(format, context.plans, table.identity);
  learn(taken, format, context);
  formats.set(table, format);
  if (known && before !== describeFormat(format, context.plans, table.identity)) return readRows(table);

  const wanted = elements && !known ? new Set(elements) : undefined;
  return taken
    .filter((row) => (wanted?.has(row.element) ?? true) && !isNoLoan(row, format, context))
    .map((row) => ({
      element: row.element,
      followers: row.followers,
      reading: readRow(row, format, table, context),
    }));
}

function findContext(table: PageTable): TableContext {
  const plans = planColumns(table);
  return {
    kind: table.identity.kind,
    plans,
    shape: {
      head: table.head,
      columns: countColumns(plans.map((plan) => plan.place)),
      isPaired: isPairedTable(table.element),
    },
    languages: listLanguages(table.element.ownerDocument),
    placed: new Map(),
  };
}

function isRowOf(row: Element, table: Element): boolean {
  const parent = row.parentElement;
  return parent === table || (parent !== null && parent.parentElement === table);
}

function learn(rows: readonly TakenRow[], format: TableFormat, { plans, languages }: TableContext): void {
  for (const row of rows) {
    for (const cell of row.cells ?? []) learnTableFormat(format, cell);
    format.showsLoans ||= row.showsLoan;
  }
  // Columns that only loans fill make a row that leaves them all empty none.
  format.showsLoans ||= plans.some(isMarkOfLoan);
  if (!plans.some((plan) => plan.fields.includes('principalRemaining'))) return;
  const drafts = rows.flatMap(({ cells, isTotals }) =>
    cells && !isTotals ? [draftRow(cells, format, languages)] : [],
  );
  const claims = drafts.map(findClaim).filter((claim) => claim !== undefined);
  if (claims.length === 0) return;
  const check = checkPrices(claims);
  format.isPrincipal &&= check.isPrincipal;
  if (check.isPrincipal) format.provenConvention = check.convention ?? format.provenConvention;
}

// Totals say so, or they are the row at an end of the table that alone shows no loan. A row of blanks is no row either.
function isNoLoan(row: TakenRow, format: TableFormat, context: TableContext): boolean {
  if (row.isTotals) return true;
  if (!row.cells || row.showsLoan) return false;
  if (row.isBlank) return true;
  return (
    format.showsLoans &&
    (!hasMainRow(row.element, 'nextElementSibling', context) ||
      !hasMainRow(row.element, 'previousElementSibling', context))
  );
}

function hasMainRow(
  row: Element,
  direction: 'nextElementSibling' | 'previousElementSibling',
  { shape }: TableContext,
): boolean {
  for (let at = row[direction]; at !== null; at = at[direction]) {
    if (at.localName === 'tr' && findRole(at, shape) === 'main') return true;
  }
  return false;
}

function readRow(
  row: TakenRow,
  format: TableFormat,
  { identity }: PageTable,
  { languages }: TableContext,
): RowReading {
  if (!row.cells) return { unreadable: 'The row has other cells than the headers of the table say.' };
  const fields = settleRow(draftRow(row.cells, format, languages), format, identity);
  const ids = mergeIds(row.ids, fields);
  // Among loans that show what they are, a row of mere sums is not one of them.
  const isLoan = row.showsLoan || !format.showsLoans;
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
