import { isFormulaColumnId, type AddedColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import type { SortKey } from '#lib/views/view.ts';
import { setWidth } from './added-cells.ts';
import { createClosedRoot, createSheet } from './closed-root.ts';

/** The headers of the added columns. */
export interface HeadCells {
  readonly cells: readonly HTMLTableCellElement[];
  /** Shows by which columns the page is sorted, and in which order they count. */
  showSort(sort: readonly SortKey[]): void;
  /** Gives the focus to the button of a column. */
  focus(column: AddedColumnId): void;
}

/**
 * Makes a header with a button for each column, and one for the row's marks before them.
 * @param widths CSS pixels, of columns that were given a width
 * @param hasTail whether rows get marks
 * @param onSort a person pressed the button of the column; `adds` with the shift key
 */
export function createHeadCells(
  columns: readonly AddedColumn[],
  widths: ReadonlyMap<AddedColumnId, number>,
  hasTail: boolean,
  onSort: (column: AddedColumnId, adds: boolean) => void,
  signal: AbortSignal,
): HeadCells {
  const ranks = new Map<AddedColumnId, { cell: HTMLElement; button: HTMLElement; rank: HTMLElement }>();
  const cells = columns.map((column) => {
    const cell = document.createElement('th');
    cell.className = 'bondlens-cell';
    cell.scope = 'col';
    cell.setAttribute('data-bondlens-column', column.id);
    setWidth(cell, widths.get(column.id));
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'bondlens-sort';
    if (isFormulaColumnId(column.id) || column.isPrivate === true)
      button.append(createHidden('Your column: '), createPrivateTitle(column));
    else {
      button.append(column.title);
      button.title = column.hint;
    }
    const press = (event: MouseEvent): void => {
      event.stopPropagation();
      if (event.isTrusted) onSort(column.id, event.shiftKey);
    };
    button.addEventListener('click', press, { signal });
    const rank = createHidden('');
    button.append(rank);
    ranks.set(column.id, { cell, button, rank });
    cell.append(button);
    return cell;
  });
  if (hasTail) cells.unshift(createTailHead());
  return {
    cells,
    showSort(sort) {
      for (const [id, { cell, button, rank }] of ranks) {
        const at = sort.findIndex(({ column }) => column === id);
        const key = sort[at];
        const direction = key?.descending === true ? 'descending' : 'ascending';
        // Of several keys the first alone may say so; the others tell it in words.
        if (key === undefined || at > 0) cell.removeAttribute('aria-sort');
        else cell.setAttribute('aria-sort', direction);
        rank.textContent = key === undefined || at === 0 ? '' : `, sorted ${direction}, key ${at + 1}`;
        if (key === undefined) button.removeAttribute('data-bondlens-sort');
        else {
          const arrow = key.descending ? '↓' : '↑';
          button.setAttribute('data-bondlens-sort', sort.length > 1 ? `${arrow}${at + 1}` : arrow);
        }
      }
    },
    focus: (column) => ranks.get(column)?.button.focus({ preventScroll: true }),
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
