import { isFormulaColumnId, type BuiltInColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { SortKey } from '#lib/views/view.ts';
import { createClosedRoot, createSheet } from './closed-root.ts';

/** The headers of the added columns. */
export interface HeadCells {
  readonly cells: readonly HTMLTableCellElement[];
  /** Shows by which column the page is sorted. */
  showSort(sort: SortKey | null): void;
}

/**
 * Makes a header with a button for each column, and one for the row's marks before them.
 * @param hasTail whether rows get marks
 * @param onSort a person pressed the button of the column
 */
export function createHeadCells(
  columns: readonly AddedColumn[],
  hasTail: boolean,
  onSort: (column: AddedColumn) => void,
  signal: AbortSignal,
): HeadCells {
  const cells = columns.map((column) => {
    const cell = document.createElement('th');
    cell.className = 'bondlens-cell';
    cell.scope = 'col';
    cell.setAttribute('data-bondlens-column', column.id);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'bondlens-sort';
    if (isFormulaColumnId(column.id) || column.isPrivate === true)
      button.append(createHidden('Your column: '), createPrivateTitle(column));
    else {
      button.append(column.title);
      button.title = column.hint;
    }
    const press = (event: Event): void => {
      event.stopPropagation();
      if (event.isTrusted) onSort(column);
    };
    button.addEventListener('click', press, { signal });
    cell.append(button);
    return cell;
  });
  if (hasTail) cells.unshift(createTailHead());
  return {
    cells,
    showSort(sort) {
      for (const cell of cells) {
        if (cell.getAttribute('data-bondlens-column') !== sort?.column) cell.removeAttribute('aria-sort');
        else cell.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      }
    },
  };
}

function createTailHead(): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.className = 'bondlens-cell bondlens-tail';
  cell.scope = 'col';
  cell.setAttribute('data-bondlens-own', '');
  cell.append(createHidden('Note and filter'));
  return cell;
}

/** Words for screen readers only. */
function createHidden(text: string): HTMLElement {
  const words = document.createElement('span');
  words.className = 'bondlens-hidden';
  words.append(text);
  return words;
}

/** The user's own words: drawn by a style within a closed root, so that neither scripts nor a search find them as text. */
function createPrivateTitle({ title, hint }: AddedColumn): HTMLElement {
  const { host, root } = createClosedRoot('title', [
    createSheet('span::before { content: attr(data-title) }'),
  ]);
  const span = document.createElement('span');
  span.dataset['title'] = title;
  span.title = hint;
  root.append(span);
  return host;
}

/** How a column is first sorted: the most interesting end on top. */
const bestFirst: Record<BuiltInColumnId, 'descending' | 'ascending'> = {
  discount: 'ascending',
  yieldToMaturity: 'descending',
  paymentsLeft: 'ascending',
  daysLate: 'ascending',
  shareOfTermPaid: 'descending',
  yieldBase: 'descending',
  yieldCautious: 'descending',
  yieldMine: 'descending',
  breakEvenDiscount: 'descending',
};

/** What the next press on a column's header makes of the sorting: its first direction, the other one, none. */
export function turnSort(sort: SortKey | null, column: AddedColumn['id']): SortKey | null {
  const first = isFormulaColumnId(column) || bestFirst[column] === 'descending';
  if (sort?.column !== column) return { column, descending: first };
  return sort.descending === first ? { column, descending: !first } : null;
}
