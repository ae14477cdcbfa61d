import type { AddedColumnId } from '#lib/views/column-ids.ts';
import type { View } from '#lib/views/view.ts';
import { moveColumn, resizeColumn } from './arrange-view-columns.ts';

type ChangeView = (make: (view: View) => Partial<View>) => void;

/** A drag begins when the pointer has gone so far, CSS pixels: what is less is a press. */
const dragFrom = 8;
/** What one press of a key widens a column by, CSS pixels. */
const widthStep = 10;

/**
 * Lets a person arrange the added columns by their headers: drag one to another place, drag its right edge for its width,
 * or with the shift key and an arrow: left and right move it, up and down change its width. Reads layout only while that is done.
 */
export function serveHead(
  cells: readonly HTMLTableCellElement[],
  changeView: ChangeView,
  signal: AbortSignal,
): void {
  for (const cell of cells) {
    const id = cell.dataset['bondlensColumn'] as AddedColumnId | undefined;
    const button = cell.querySelector('button');
    if (id === undefined || button === null) continue;
    button.setAttribute(
      'aria-keyshortcuts',
      'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown',
    );
    const press = (event: KeyboardEvent): void => {
      if (!event.isTrusted || !event.shiftKey) return;
      const at = cells.indexOf(cell);
      const key = event.key;
      if (key === 'ArrowLeft') changeView((view) => moveColumn(view, id, idOf(cells[at - 1]), 'before'));
      else if (key === 'ArrowRight') changeView((view) => moveColumn(view, id, idOf(cells[at + 1]), 'after'));
      else if (key === 'ArrowUp' || key === 'ArrowDown') {
        const { width } = cell.getBoundingClientRect();
        changeView((view) => resizeColumn(view, id, width + (key === 'ArrowUp' ? widthStep : -widthStep)));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    button.addEventListener('keydown', press, { signal });
    serveMove(cells, cell, id, changeView, signal);
    serveWidth(cell, id, changeView, signal);
  }
}

function serveMove(
  cells: readonly HTMLTableCellElement[],
  cell: HTMLTableCellElement,
  id: AddedColumnId,
  changeView: ChangeView,
  signal: AbortSignal,
): void {
  cell.addEventListener(
    'pointerdown',
    (down) => {
      if (!down.isTrusted || down.button !== 0) return;
      let target: { cell: HTMLTableCellElement; side: 'before' | 'after' } | null = null;
      const mark = (next: typeof target): void => {
        target?.cell.removeAttribute('data-bondlens-drop');
        target = next;
        target?.cell.setAttribute('data-bondlens-drop', target.side);
      };
      const drag = (move: PointerEvent): void => {
        if (Math.abs(move.clientX - down.clientX) < dragFrom && target === null) return;
        const over = cells.find((one) => {
          const { left, right } = one.getBoundingClientRect();
          return idOf(one) !== undefined && move.clientX >= left && move.clientX < right;
        });
        const isSelf = over === undefined || over === cell;
        const side = cells.indexOf(over ?? cell) < cells.indexOf(cell) ? 'before' : 'after';
        mark(isSelf ? null : { cell: over, side });
      };
      const drop = (): void => {
        const to = target;
        mark(null);
        if (to !== null) changeView((view) => moveColumn(view, id, idOf(to.cell), to.side));
      };
      followPointer(drag, drop, () => mark(null), signal);
    },
    { signal },
  );
}

function serveWidth(
  cell: HTMLTableCellElement,
  id: AddedColumnId,
  changeView: ChangeView,
  signal: AbortSignal,
): void {
  const grip = document.createElement('span');
  grip.className = 'bondlens-grip';
  grip.title = 'Drag: the width of the column. Double-click: as wide as it needs.';
  cell.prepend(grip);
  grip.addEventListener(
    'pointerdown',
    (down) => {
      if (!down.isTrusted || down.button !== 0) return;
      down.stopPropagation();
      down.preventDefault();
      const { width } = cell.getBoundingClientRect();
      let wanted = width;
      const drag = (move: PointerEvent): void => {
        wanted = width + move.clientX - down.clientX;
        cell.style.minWidth = `${wanted}px`;
      };
      const drop = (): void => {
        if (Math.abs(wanted - width) >= 2) changeView((view) => resizeColumn(view, id, wanted));
      };
      followPointer(drag, drop, () => (cell.style.minWidth = ''), signal);
    },
    { signal },
  );
  const reset = (event: Event): void => {
    if (event.isTrusted) changeView((view) => resizeColumn(view, id, null));
  };
  grip.addEventListener('dblclick', reset, { signal });
}

/** Follows the pointer until it is let go, or the browser takes it away. */
function followPointer(
  onMove: (event: PointerEvent) => void,
  onDrop: () => void,
  onCancel: () => void,
  signal: AbortSignal,
): void {
  const ending = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, ending.signal]) };
  const end = (work: () => void) => (event: Event) => {
    if (!event.isTrusted) return;
    ending.abort();
    work();
  };
  document.addEventListener('pointermove', (event) => event.isTrusted && onMove(event), options);
  document.addEventListener('pointerup', end(onDrop), options);
  document.addEventListener('pointercancel', end(onCancel), options);
}

function idOf(cell: HTMLTableCellElement | undefined): AddedColumnId | undefined {
  return cell?.dataset['bondlensColumn'] as AddedColumnId | undefined;
}
