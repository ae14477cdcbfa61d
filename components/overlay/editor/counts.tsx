import type { ComponentChild } from 'preact';
import type { FilterCounts } from '#lib/views/filter.ts';

/** How many rows match, do not, cannot be told. */
export function Counts({ counts }: { counts: FilterCounts }): ComponentChild {
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
