import type { ComponentChild } from 'preact';
import type { Day } from '#lib/base/day.ts';
import type { FilterResult } from '#lib/views/filter.ts';
import type { View } from '#lib/views/view.ts';
import { FilterList } from './editor/filter-list.tsx';

/** The filters of the view that lies over the page. */
export function FiltersPanel(props: {
  view: View;
  today: Day;
  decided: ReadonlyMap<string, number>;
  count: (formula: string) => FilterResult;
  onChange: (make: (filters: View['filters']) => View['filters']) => void;
  onHelp: () => void;
  onClose: () => void;
}): ComponentChild {
  const { onHelp, onClose, ...list } = props;
  return (
    <section class="editor">
      <header>
        <h1>Filters</h1>
        <span>
          <button type="button" class="plain" onClick={onHelp}>
            Help
          </button>
          <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
        </span>
      </header>
      <div class="scroll" tabIndex={0} role="group" aria-label="Filters of this view">
        <FilterList {...list} />
      </div>
    </section>
  );
}
