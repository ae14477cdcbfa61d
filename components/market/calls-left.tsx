import type { ComponentChild } from 'preact';
import type { MarketStatus } from '#lib/messages/market-status.ts';

/** Whether the market may be asked for now: a call is left, or the next one has become free since we were told. */
export function isCallFree({ callsLeft, nextFreeAt }: MarketStatus, now: number): boolean {
  return callsLeft > 0 || (nextFreeAt !== null && nextFreeAt <= now);
}

/** How many calls Bondora still allows this hour, as a figure beside others. */
export function CallsLeft({ market }: { market: MarketStatus }): ComponentChild {
  const { callsLeft, callsPerHour } = market;
  return (
    <div title="Calls for the market that Bondora still allows this hour">
      <dt>Calls left</dt>
      <dd>
        <data id="calls-left" value={String(callsLeft)}>
          {callsLeft}
        </data>{' '}
        of {callsPerHour}
      </dd>
    </div>
  );
}
