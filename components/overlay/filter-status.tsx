import type { ComponentChild } from 'preact';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { BarView } from './filter-bar.tsx';

/** The line under the filter's formula: its fault, or how many rows match. */
export function FilterStatus(props: {
  view: BarView;
  onShowFault: (from: Element) => void;
  onCorrect: (from: Element) => void;
  onUnsort: () => void;
}): ComponentChild {
  const { view, onShowFault, onCorrect, onUnsort } = props;
  const { error, unreadable, isSorted, notice } = view;
  return (
    <div class="status">
      <span id="said" class="said" role="status">
        {error === null ? <Counts view={view} /> : <Fault error={error} onShow={onShowFault} />}
      </span>
      {error?.suggestion === undefined ? null : (
        <button type="button" class="link" onClick={(event) => onCorrect(event.currentTarget)}>
          Correct it
        </button>
      )}
      <span class="end">
        {notice === null ? null : (
          <span class="warn" title={notice}>
            {notice}
          </span>
        )}
        {unreadable.length === 0 ? null : (
          <span class="warn" title={[...new Set(unreadable)].join('\n')}>
            {countRows(unreadable.length)} not understood
          </span>
        )}
        {isSorted ? (
          <button type="button" class="link" onClick={onUnsort}>
            Back to the page’s order
          </button>
        ) : null}
      </span>
    </div>
  );
}

function Counts({ view: { counts, rows } }: { view: BarView }): ComponentChild {
  if (counts === null) return <>{countRows(rows)} on this page</>;
  return (
    <>
      <b>{counts.yes}</b> match · <b>{counts.no}</b> {counts.no === 1 ? 'does' : 'do'} not
      {counts.unknown === 0 ? null : (
        <>
          {' · '}
          <b>{counts.unknown}</b> unknown
        </>
      )}
    </>
  );
}

function Fault({ error, onShow }: { error: FormulaError; onShow: (from: Element) => void }): ComponentChild {
  const place = error.end > error.start + 1 ? `${error.start + 1}–${error.end}` : `${error.start + 1}`;
  return (
    <span class="wrong" title={error.message}>
      {error.message}{' '}
      <button type="button" class="link wrong" onClick={(event) => onShow(event.currentTarget)}>
        at character {place}
      </button>
    </span>
  );
}

function countRows(count: number): string {
  return `${count} row${count === 1 ? '' : 's'}`;
}
