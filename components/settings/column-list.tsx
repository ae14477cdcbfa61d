import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Report } from '#components/ui/report.ts';
import { isFormulaColumnId, type AddedColumnId } from '#lib/views/column-ids.ts';
import { builtInColumns } from '#lib/views/columns/registry.ts';
import type { View } from '#lib/views/view.ts';
import { listColumns, moveColumn, showColumn } from './arrange-columns.ts';

/** The columns that can be added: which are shown, and in which order, by mouse or keyboard. */
export function ColumnList(props: {
  view: View;
  onChange: (shown: AddedColumnId[]) => void;
  report: Report;
}): ComponentChild {
  const { view, onChange, report } = props;
  const shown = view.columns.map(({ id }) => id);
  const order = shown.join(' ');
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: AddedColumnId; by: -1 | 1 } | null>(null);

  // A row that moves in the list loses the focus: give it back, so that one can press again.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    const { id, by } = moved.current;
    moved.current = null;
    const button = (direction: 'up' | 'down'): HTMLButtonElement | null =>
      list.current?.querySelector<HTMLButtonElement>(`#column-${id}-${direction}:enabled`) ?? null;
    (by < 0 ? (button('up') ?? button('down')) : (button('down') ?? button('up')))?.focus();
  }, [order]);

  const onMove = (id: AddedColumnId, by: -1 | 1): void => {
    const next = moveColumn(shown, id, by);
    moved.current = { id, by };
    onChange(next);
    const place = `column ${next.indexOf(id) + 1} of ${next.length}`;
    report({ done: `${describe(id, view).title} is now ${place}.` });
  };

  return (
    <ol class="columns" ref={list}>
      {listColumns(
        shown,
        view.formulaColumns.map(({ id }) => id),
      ).map((id) => {
        const place = shown.indexOf(id);
        const { title, hint } = describe(id, view);
        return (
          <li key={id} class="bl-choice">
            <input
              type="checkbox"
              id={`column-${id}`}
              checked={place >= 0}
              aria-describedby={`column-${id}-hint`}
              onChange={(event) => onChange(showColumn(shown, id, event.currentTarget.checked))}
            />
            <label for={`column-${id}`}>{title}</label>
            <span class="moves">
              <MoveButton id={id} title={title} by={-1} possible={place > 0} onMove={onMove} />
              <MoveButton
                id={id}
                title={title}
                by={1}
                possible={place >= 0 && place < shown.length - 1}
                onMove={onMove}
              />
            </span>
            <span id={`column-${id}-hint`} class="bl-quiet">
              {hint}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function describe(id: AddedColumnId, { formulaColumns }: View): { title: string; hint: string } {
  if (!isFormulaColumnId(id)) return builtInColumns[id];
  const title = formulaColumns.find((column) => column.id === id)?.title ?? '';
  return { title, hint: 'Your own column, by the formula below.' };
}

function MoveButton(props: {
  id: AddedColumnId;
  title: string;
  by: -1 | 1;
  possible: boolean;
  onMove: (id: AddedColumnId, by: -1 | 1) => void;
}): ComponentChild {
  const { id, title, by, possible, onMove } = props;
  const direction = by < 0 ? 'up' : 'down';
  return (
    <button
      type="button"
      id={`column-${id}-${direction}`}
      class="bl-button plain small"
      aria-label={`Move ${title} ${direction}`}
      disabled={!possible}
      onClick={() => onMove(id, by)}
    >
      <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
    </button>
  );
}
