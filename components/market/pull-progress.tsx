import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { PullProgress as Progress } from '#lib/messages/market-status.ts';
import { partWords } from './part-words.ts';

/** How far the pull that is running has come, and the way to end it. */
export function PullProgress(props: {
  progress: Progress | null;
  stop: Command<'market.stop'>;
  /** Called once the pull has ended on the person's word. */
  onStopped: () => void;
}): ComponentChild {
  const { progress, stop, onStopped } = props;
  const total = progress?.total ?? null;
  const onStop = async (): Promise<void> => {
    if (stop.running) return;
    if ('done' in (await stop.run({}))) onStopped();
  };
  return (
    <div id="pull-progress" class="apart">
      <progress
        class="bl-progress"
        aria-labelledby="pull-progress-text"
        {...(progress === null || total === null
          ? {}
          : { value: progress.received, max: Math.max(total, 1) })}
      />
      <div class="line">
        <p id="pull-progress-text" class="bl-quiet">
          {describeProgress(progress)}
        </p>
        <button
          type="button"
          id="stop-pull"
          class="bl-button plain small"
          aria-disabled={stop.running}
          onClick={() => void onStop()}
        >
          {stop.running ? 'Stopping…' : 'Stop'}
        </button>
      </div>
    </div>
  );
}

function describeProgress(progress: Progress | null): string {
  if (progress === null) return 'Waiting for Bondora’s answer…';
  const { part, received, total } = progress;
  const { title, items } = partWords[part];
  if (received === 0) return `${title}: waiting for Bondora’s answer…`;
  const count = (number: number): string => formatValue(number, 'count', ownLook);
  return total === null
    ? `${title}: ${count(received)} ${items} received`
    : `${title}: ${count(received)} of ${count(total)} ${items} received`;
}
