import type { ComponentChild } from 'preact';
import { useNow } from '#components/queries/use-now.ts';
import { Age } from '#components/values/age.tsx';
import type { ScheduleStatus } from '#lib/messages/schedule-protocol.ts';

/** What came of the schedule: the last file, what went wrong since, and whether it may still write. */
export function ScheduleState(props: { status: ScheduleStatus; onAllow: () => void }): ComponentChild {
  const { every, last, failed, isAllowed } = props.status;
  const now = useNow();
  return (
    <div id="schedule-state">
      {last === null ? (
        every === 'never' ? null : (
          <p class="bl-quiet">No file was written yet.</p>
        )
      ) : (
        <p id="schedule-last">
          Last file: <span class="mono">{last.name}</span>, <Age at={last.at} now={now} after="ago" />
        </p>
      )}
      {failed === null ? null : (
        <p id="schedule-failed" class="bl-problem">
          The last try failed, <Age at={failed.at} now={now} after="ago" />: {failed.why} It is tried again in
          some hours.
        </p>
      )}
      {every === 'never' || isAllowed ? null : (
        <div id="schedule-withdrawn" class="bl-warning" role="status">
          <p>The browser does not let Bondlens save files by itself any more, so no backup is written.</p>
          <button type="button" class="bl-button small" onClick={props.onAllow}>
            Allow it and write one now
          </button>
        </div>
      )}
    </div>
  );
}
