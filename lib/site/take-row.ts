import type { FieldId } from '#lib/loan/fields.ts';
import { findRowKey, type RowIds } from '#lib/loan/ids.ts';
import { isRating } from '#lib/loan/rating.ts';
import { readLabel, readText } from './cell-text.ts';
import type { ColumnPlan } from './column-plans.ts';
import { isUnknownMark } from './column-looks.ts';
import { isTotalsLabel } from './labels.ts';
import { parseLoanNumber } from './loan-number.ts';
import type { PageKind } from './page-reading.ts';
import { readCell, type CellReading } from './read-cell.ts';
import { readRowIds } from './row-ids.ts';
import { findRole, placeCells, type PlacedCell, type RowRole, type RowShape } from './table-rows.ts';

/** A main row, its cells taken apart. */
export interface TakenRow {
  element: HTMLTableRowElement;
  followers: readonly HTMLTableRowElement[];
  /** Null for a row with other cells than the headers say. */
  cells: readonly CellReading[] | null;
  ids: RowIds;
  /** Nothing stands in any of its cells. */
  isBlank: boolean;
  /** One of its first texts says that it sums up the others. */
  isTotals: boolean;
  /** It has an id, or something else that only a loan has. */
  showsLoan: boolean;
}

/** What taking rows apart takes from their table. */
export interface TableContext {
  kind: PageKind;
  shape: RowShape;
  plans: readonly ColumnPlan[];
  languages: readonly string[];
  /** Cells of rows that were looked at before. */
  placed: Map<Element, readonly PlacedCell[]>;
}

/**
 * Takes a row apart, without settling yet what its cells mean. Undefined for a row that is no main row, and for one that
 * repeats the headers.
 */
export function takeRow(element: HTMLTableRowElement, context: TableContext): TakenRow | undefined {
  const placed = placeOnce(element, context);
  const role = findRole(element, context.shape, placed);
  if (role !== 'main' && role !== 'misshapen') return undefined;

  const texts = placed.map((cell) => readText(cell.element));
  const { plans } = context;
  if (plans.every((plan, index) => texts[index]?.replaceAll('\n', ' ') === plan.header)) return undefined;

  const first = texts.find((text) => text !== '');
  const ids = readRowIds(element, texts, context.kind);
  const cells = role === 'main' ? takeCells(placed, texts, context) : null;
  // A box for ticking or a number of the line may stand before the word.
  const isTotals = texts
    .filter((text) => text !== '')
    .slice(0, 3)
    .some((text) => /^\p{L}/u.test(text) && isTotalsLabel(text));
  return {
    element,
    followers: findFollowers(element, context),
    cells,
    ids,
    isBlank: first === undefined,
    isTotals,
    showsLoan: !isTotals && (findRowKey(ids) !== undefined || (cells?.some(isShownMark) ?? false)),
  };
}

function takeCells(
  placed: readonly PlacedCell[],
  texts: readonly string[],
  { plans, languages }: TableContext,
): CellReading[] {
  const cells: CellReading[] = [];
  for (const [index, cell] of placed.entries()) {
    const facing = plans[index];
    const plan = facing && isUnder(cell, facing) ? facing : plans.find((other) => isUnder(cell, other));
    if (!plan) continue;
    const text = texts[index] ?? '';
    cells.push(readCell(plan, text === '' ? readPicture(cell.element, plan) : text, languages));
  }
  return cells;
}

// What a cell without text shows by a picture: its label, or the country of a flag.
function readPicture(cell: Element, { reader }: ColumnPlan): string {
  if (reader === null || reader === 'cost') return '';
  const label = readLabel(cell);
  if (label !== '' || reader !== 'country') return label;
  const flag = cell.querySelector('[class*="flag-"]')?.getAttribute('class') ?? '';
  return /(?:^|\s)(?:flag|fi)-(?:icon-)?([a-z]{2})(?:\s|$)/.exec(flag)?.[1] ?? '';
}

function isUnder(cell: PlacedCell, { place }: ColumnPlan): boolean {
  return cell.start >= place.start && cell.start + cell.span <= place.start + place.span;
}

const marksOfLoans: ReadonlySet<FieldId> = new Set([
  'rating',
  'country',
  'nextPaymentNr',
  'loanStatusCode',
] as const);

/** Whether a column is one that only loans fill; rows of totals have sums and averages. */
export function isMarkOfLoan({ reader, fields }: ColumnPlan): boolean {
  return reader === 'loan-number' || fields.some((field) => marksOfLoans.has(field));
}

// What stands there must look like the mark: a sum that slipped into the column is none.
function isShownMark({ plan, text, pair }: CellReading): boolean {
  if (!isMarkOfLoan(plan)) return false;
  switch (plan.reader) {
    case 'loan-number':
      return parseLoanNumber(text) !== undefined;
    case 'pair':
      return pair !== undefined;
    case 'rating':
      return isRating(text.toUpperCase());
    default:
      return /\p{L}/u.test(text) && !/^\W*[\d€]/.test(text) && !isUnknownMark(text);
  }
}

function findFollowers(row: Element, context: TableContext): HTMLTableRowElement[] {
  const followers: HTMLTableRowElement[] = [];
  for (let next = row.nextElementSibling; next !== null; next = next.nextElementSibling) {
    const role: RowRole =
      next.localName === 'tr' ? findRole(next, context.shape, placeOnce(next, context)) : 'none';
    if (role === 'follower') followers.push(next as HTMLTableRowElement);
    else if (role !== 'none') break;
  }
  return followers;
}

// The row that ends another's followers is mostly the next to be taken apart.
function placeOnce(row: Element, { placed }: TableContext): readonly PlacedCell[] {
  const known = placed.get(row);
  if (known !== undefined) return known;
  const cells = placeCells(row);
  placed.set(row, cells);
  return cells;
}
