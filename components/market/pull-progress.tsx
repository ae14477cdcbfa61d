import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';

/** How far the pull that is running has come. */
export function PullProgress({ progress }: { progress: MarketStatus['progress'] }): ComponentChild {
  const total = progress?.total ?? null;
  return (
    <div id="pull-progress" class="apart">
      <progress
        class="bl-progress"
        aria-label="Pulling the market"
        {...(progress === null || total === null ? {} : { value: progress.received, max: total })}
      />
      <p class="bl-quiet">
        {progress === null
          ? 'Waiting for Bondora’s answer…'
          : total === null
            ? `${formatValue(progress.received, 'count', ownLook)} listings received`
            : `${formatValue(progress.received, 'count', ownLook)} of ${formatValue(total, 'count', ownLook)} listings received`}
      </p>
    </div>
  );
}
