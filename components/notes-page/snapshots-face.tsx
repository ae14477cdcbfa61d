import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Section } from '#components/ui/section.tsx';
import { Age } from '#components/values/age.tsx';
import { formatMoment } from '#components/values/format-moment.ts';
import type { SnapshotHead, SnapshotReason } from '#lib/notes/snapshot.ts';
import { countNotes } from './describe-outcome.ts';
import { GoingBack } from './going-back.tsx';
import type { Tell } from './use-work.ts';

const reasons: Record<SnapshotReason, string> = {
  daily: 'taken by itself',
  'before-restore': 'before going back',
  'before-merge': 'before merging a file',
  'before-import': 'before taking in a table',
  'before-change': 'before many notes were changed',
  'before-move': 'before notes were moved',
};

/** How things were on other days, and the way back. */
export function SnapshotsFace(props: {
  /** By time; undefined until they are here. */
  snapshots: readonly SnapshotHead[] | undefined;
  now: number;
  tell: Tell;
}): ComponentChild {
  const { snapshots, now, tell } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section
      id="snapshots"
      title="Snapshots"
      intro="Notes, tags and settings as they were: kept by themselves for the last 7 days, 4 weeks and 12 months, and before everything that changes many notes."
    >
      {snapshots === undefined ? null : snapshots.length === 0 ? (
        <p class="empty">
          <b>No snapshot yet.</b>{' '}
          <span class="bl-quiet">
            The first one is taken within minutes, and then one on each day on which something changed.
          </span>
        </p>
      ) : (
        <ol id="snapshot-list" class="rows">
          {snapshots.toReversed().map(({ id, at, why, notes }) => (
            <li key={id} data-snapshot={id}>
              <div class="snapshot-row">
                <span>
                  <b>{formatMoment(at)}</b>
                  <span class="bl-quiet">
                    {' '}
                    {countNotes(notes)}, {reasons[why]}, <Age at={at} now={now} after="ago" />
                  </span>
                </span>
                <button
                  type="button"
                  class="bl-button small"
                  aria-label={`Go back… to ${formatMoment(at)}`}
                  onClick={() => setChosen(id)}
                >
                  Go back…
                </button>
              </div>
              {chosen === id ? (
                <GoingBack
                  snapshot={id}
                  title={`Back to ${formatMoment(at)}?`}
                  tell={tell}
                  onEnd={() => setChosen(null)}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
