import type { ComponentChild } from 'preact';
import { formatFreeAt } from '#components/ui/tell-problem.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';

/** Whether the market may be asked for now: a call is left, or the next one has become free since we were told. */
export function isCallFree({ callsLeft, nextFreeAt }: MarketStatus, now: number): boolean {
  return callsLeft > 0 || (nextFreeAt !== null && nextFreeAt <= now);
}

/** How many calls Bondora still allows this hour, and when the next one is free if none is left. */
export function CallsLeft({ market, now }: { market: MarketStatus; now: number }): ComponentChild {
  const { callsLeft, callsPerHour, nextFreeAt } = market;
  return (
    <>
      <data id="calls-left" value={String(callsLeft)}>
        {callsLeft}
      </data>{' '}
      of {callsPerHour} calls left this hour
      {nextFreeAt === null || isCallFree(market, now) ? null : (
        <span id="next-free">, next free at {formatFreeAt(nextFreeAt)}</span>
      )}
    </>
  );
}
