import type { ComponentChild } from 'preact';
import { Counts } from './editor/counts.tsx';
import { FaultLine } from './editor/fault-line.tsx';
import { nameFilter } from './editor/name-filter.ts';
import { PrivateText } from './editor/private-text.tsx';
import type { BarView } from './filter-bar.tsx';

/** The line under the filter's formula: its fault, or how many rows match; the filters that are on, and how many rows each decided. */
export function FilterStatus(props: {
  bar: BarView;
  onShowFault: (from: Element) => void;
  onCorrect: (from: Element) => void;
  onSelect: (id: string) => void;
  onUnsort: () => void;
  onDoubts: (opener: HTMLElement) => void;
}): ComponentChild {
  const { bar, onShowFault, onCorrect, onSelect, onUnsort, onDoubts } = props;
  const { error, notice, view, filter, shown } = bar;
  const { unreadable, doubts, tally } = shown;
  return (
    <div class="status">
      <span id="said" class="said" role="status">
        {error !== null ? (
          <FaultLine error={error} onShow={onShowFault} onCorrect={onCorrect} />
        ) : tally.counts === null ? (
          `${countRows(shown.rows)} on this page`
        ) : (
          <Counts counts={tally.counts} />
        )}
      </span>
      {view.filters.length < 2 ? null : (
        <span class="chips" role="group" aria-label="Filters of this view">
          {view.filters.map((one) => {
            const name = nameFilter(one);
            const rows = tally.decided.get(one.id) ?? 0;
            const label = one.on ? `${name}: decided ${countRows(rows)}` : `${name}: off`;
            return (
              <button
                key={one.id}
                type="button"
                class={one.on ? 'chip' : 'chip off'}
                aria-pressed={one.id === filter?.id}
                aria-label={label}
                title="Show it in the field above"
                onClick={() => onSelect(one.id)}
              >
                <i class={`dot ${one.effect.do === 'highlight' ? one.effect.colour : one.effect.do}`} />
                <PrivateText text={name} />
                {one.on ? ` ${rows}` : ''}
              </button>
            );
          })}
        </span>
      )}
      <span class="end">
        {notice === null ? null : (
          <span class="warn" title={notice}>
            {notice}
          </span>
        )}
        {doubts.length + unreadable.length === 0 ? null : (
          <button
            type="button"
            class="link doubts"
            aria-haspopup="dialog"
            onClick={(event) => onDoubts(event.currentTarget)}
          >
            {tellDoubts(doubts.length, unreadable.length)}
          </button>
        )}
        {view.sort.length > 0 ? (
          <button type="button" class="link" onClick={onUnsort}>
            Back to the page’s order
          </button>
        ) : null}
      </span>
    </div>
  );
}

function tellDoubts(columns: number, rows: number): string {
  const parts = [
    ...(columns === 0 ? [] : [`${columns} column${columns === 1 ? '' : 's'}`]),
    ...(rows === 0 ? [] : [countRows(rows)]),
  ];
  return `${parts.join(' and ')} not understood`;
}

function countRows(count: number): string {
  return `${count} row${count === 1 ? '' : 's'}`;
}
