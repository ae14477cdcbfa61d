import type { ComponentChild } from 'preact';
import { formatFreeAt } from '#components/ui/tell-problem.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { isCallFree } from './calls-left.tsx';

/** What comes next while nothing runs: the plan's first words, or why nothing will happen. */
export function MarketOutlook(props: {
  market: MarketStatus;
  /** The plan's sentences that matter at once. */
  plan: readonly string[];
  linked: boolean;
  /** Whether the person stopped the last pull, and nothing starts by itself for now. */
  stopped: boolean;
  now: number;
}): ComponentChild {
  const { market, plan, linked, stopped, now } = props;
  if (!linked) return <p class="bl-quiet">Needs a linked account.</p>;
  const { nextFreeAt, pulledAt } = market;
  return (
    <div id="outlook" class="bl-quiet">
      {stopped ? (
        <p id="pull-stopped">
          Stopped. {pulledAt === null ? 'There is no mirror yet.' : 'The mirror before it is still in use.'}
        </p>
      ) : null}
      {nextFreeAt === null || isCallFree(market, now) ? null : (
        <p id="next-free">No call is left, next free at {formatFreeAt(nextFreeAt)}.</p>
      )}
      {plan.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
