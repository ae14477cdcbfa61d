import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import { useQuery } from '#components/queries/use-query.ts';
import { Field } from '#components/ui/field.tsx';
import type { Report } from '#components/ui/report.ts';
import { scheduleSteps, type ScheduleStatus, type ScheduleStep } from '#lib/messages/schedule-protocol.ts';
import type { DataPorts } from './data-ports.ts';
import { PassphraseField, shortestPassphrase } from './passphrase-field.tsx';
import { ScheduleState } from './schedule-state.tsx';

const stepWords: Readonly<Record<ScheduleStep, string>> = {
  never: 'Never',
  day: 'Every day',
  week: 'Every week',
  month: 'Every month',
};

type Lock = 'as-it-is' | 'none' | 'new';

/** Backups that are written by themselves into the folder of downloads: how often, how many, locked or not. */
export function ScheduleForm({ report, ports }: { report: Report; ports: DataPorts }): ComponentChild {
  const { data: status } = useQuery('schedule.status');
  return (
    <div class="step">
      <h3>A file by itself, now and then</h3>
      <p>
        Written into the folder “Bondlens” among your downloads while the browser is open. The browser asks
        you once to allow it. Only files that the browser still knows as downloads of Bondlens are removed;
        Firefox forgets them when it is closed, so there older ones may stay.
      </p>
      {status === undefined ? null : <Form status={status} report={report} ports={ports} />}
    </div>
  );
}

function Form(props: { status: ScheduleStatus; report: Report; ports: DataPorts }): ComponentChild {
  const { status, report, ports } = props;
  const change = useCommand('schedule.change');
  const run = useCommand('schedule.run');
  const [every, setEvery] = useState(status.every);
  const [keep, setKeep] = useState(`${status.keep}`);
  const [lock, setLock] = useState<Lock>('as-it-is');
  const [passphrase, setPassphrase] = useState('');
  const wantsLock = lock === 'as-it-is' ? status.isLocked : lock === 'new';

  const tell = (outcome: { done: ScheduleStatus } | { failed: Error }, done: string): void => {
    if ('failed' in outcome) report({ failed: outcome.failed.message });
    else if (outcome.done.failed !== null) report({ failed: outcome.done.failed.why });
    else report({ done });
  };
  // The browser asks only while it handles a click, so nothing is waited for before.
  const allow = async (): Promise<boolean> => {
    const isAllowed = await ports.allowDownloads();
    if (!isAllowed) report({ failed: 'The browser does not let Bondlens save files by itself.' });
    return isAllowed;
  };
  const save = async (): Promise<void> => {
    if (lock === 'new' && passphrase.length < shortestPassphrase)
      return report({ failed: `A passphrase has at least ${shortestPassphrase} characters.` });
    if (every !== 'never' && !(await allow())) return;
    const wanted = { every, keep: Number(keep) };
    const outcome = await change.run(
      lock === 'as-it-is' ? wanted : { ...wanted, passphrase: lock === 'new' ? passphrase : null },
    );
    if ('done' in outcome) {
      setLock('as-it-is');
      setPassphrase('');
    }
    tell(outcome, every === 'never' ? 'No file is written by itself.' : 'The schedule is saved.');
  };
  const writeNow = async (): Promise<void> => {
    if (await allow()) tell(await run.run({}), 'The file is written.');
  };

  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="side-by-side">
        <Field id="schedule-every" label="How often">
          <select
            id="schedule-every"
            class="bl-input"
            value={every}
            onChange={(event) => setEvery(event.currentTarget.value as ScheduleStep)}
          >
            {scheduleSteps.map((step) => (
              <option key={step} value={step}>
                {stepWords[step]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="schedule-keep" label="Files to keep">
          <input
            id="schedule-keep"
            class="bl-input"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={keep}
            onInput={(event) => setKeep(event.currentTarget.value)}
          />
        </Field>
      </div>
      <div class="bl-choice">
        <input
          type="checkbox"
          id="schedule-lock"
          checked={wantsLock}
          aria-describedby="schedule-lock-hint"
          onChange={(event) => setLock(event.currentTarget.checked ? 'new' : 'none')}
        />
        <label for="schedule-lock">Lock these files with a passphrase</label>
        <p id="schedule-lock-hint" class="bl-quiet">
          The passphrase itself is not kept. A lock is made of it once, which can close files and not open
          them; to open one you need the passphrase.
        </p>
      </div>
      {lock === 'new' ? (
        <PassphraseField
          id="schedule-passphrase"
          label="New passphrase"
          hint="Nobody can tell it to you again."
          value={passphrase}
          onInput={setPassphrase}
        />
      ) : null}
      <div class="bl-answers">
        <button type="submit" id="save-schedule" class="bl-button" disabled={change.running}>
          Save the schedule
        </button>
        {status.every === 'never' ? null : (
          <button
            type="button"
            id="write-now"
            class="bl-button"
            disabled={run.running}
            onClick={() => void writeNow()}
          >
            Write one now
          </button>
        )}
      </div>
      <ScheduleState status={status} onAllow={() => void writeNow()} />
    </form>
  );
}
