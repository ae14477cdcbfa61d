import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '#lib/base/day.ts';
import { findFreeId } from '#lib/views/current-view.ts';
import type { FilterResult } from '#lib/views/filter.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import { viewLimits, type Filter, type View } from '#lib/views/view.ts';
import { FilterEditor } from './filter-editor.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { nameFilter } from './name-filter.ts';
import { PrivateText } from './private-text.tsx';

type Make = (filters: View['filters']) => View['filters'];

/** The filters of a view in their order: on and off, moved, changed, taken out and brought back. */
export function FilterList(props: {
  view: View;
  today: Day;
  /** How many rows of the page each filter decided; undefined where there is no page. */
  decided?: ReadonlyMap<string, number>;
  count?: (formula: string) => FilterResult;
  onChange: (make: Make) => void;
}): ComponentChild {
  const { view, today, decided, count, onChange } = props;
  const { filters } = view;
  const [open, setOpen] = useState<string | null>(filters.length === 1 ? (filters[0]?.id ?? null) : null);
  const [gone, setGone] = useState<{ filter: Filter; at: number } | null>(null);
  const names = createViewNames(view);
  const put = (id: string, part: Partial<Omit<Filter, 'id'>>): void =>
    onChange((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = (): void => {
    const id = findFreeId('filter', new Set(filters.map((filter) => filter.id)));
    onChange((now) => [...now, { id, name: '', formula: '', effect: { do: 'fade' }, on: true }]);
    setOpen(id);
  };
  const remove = (filter: Filter, at: number): void => {
    onChange((now) => now.filter(({ id }) => id !== filter.id));
    setGone({ filter, at });
  };
  const bringBack = (): void => {
    if (gone !== null)
      onChange((now) =>
        now.some(({ id }) => id === gone.filter.id) ? now : now.toSpliced(gone.at, 0, gone.filter),
      );
    setGone(null);
  };

  return (
    <div class="filter-list">
      {filters.length === 0 ? <p>This view has no filter yet.</p> : null}
      <ol>
        {filters.map((filter, at) => {
          const name = nameFilter(filter);
          const rows = decided?.get(filter.id) ?? 0;
          const isOpen = open === filter.id;
          return (
            <li key={filter.id} class={filter.on ? 'on' : 'off'}>
              <div class="item">
                <input
                  type="checkbox"
                  aria-label={`Filter ${name} is on`}
                  checked={filter.on}
                  onChange={(event) => put(filter.id, { on: event.currentTarget.checked })}
                />
                <button
                  type="button"
                  class="plain name"
                  aria-label={name}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : filter.id)}
                >
                  <i
                    class={`dot ${filter.effect.do === 'highlight' ? filter.effect.colour : filter.effect.do}`}
                  />
                  <PrivateText text={name} />
                </button>
                {decided === undefined || !filter.on ? null : (
                  <small>
                    {rows} row{rows === 1 ? '' : 's'}
                  </small>
                )}
                <MoveButtons
                  what={`filter ${name}`}
                  isFirst={at === 0}
                  isLast={at === filters.length - 1}
                  onMove={(by) => onChange((now) => move(now, filter.id, by))}
                  onRemove={() => remove(filter, at)}
                />
              </div>
              {isOpen ? (
                <FilterEditor
                  filter={filter}
                  names={names}
                  today={today}
                  count={count}
                  onChange={(part) => put(filter.id, part)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <div class="line" role="status">
        {gone === null ? null : (
          <>
            <span>
              Deleted <PrivateText text={nameFilter(gone.filter)} />.
            </span>
            <button type="button" onClick={bringBack}>
              Undo
            </button>
          </>
        )}
      </div>
      <button type="button" disabled={filters.length >= viewLimits.filters} onClick={add}>
        + Filter
      </button>
    </div>
  );
}

function move(filters: View['filters'], id: string, by: -1 | 1): View['filters'] {
  const from = filters.findIndex((filter) => filter.id === id);
  const filter = filters[from];
  const to = from + by;
  if (filter === undefined || to < 0 || to >= filters.length) return filters;
  return filters.toSpliced(from, 1).toSpliced(to, 0, filter);
}
