import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import type { Command } from '#components/queries/use-command.ts';
import { Card } from '#components/ui/card.tsx';
import { ownLook } from '#components/ui/own-look.ts';
import { Age } from '#components/values/age.tsx';
import { formatValue } from '#components/values/format-value.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { CallsLeft, isCallFree } from './calls-left.tsx';
import { MarketOutlook } from './market-outlook.tsx';
import { MoreAboutMirror } from './more-about-mirror.tsx';
import { PullAnnouncement } from './pull-announcement.tsx';
import { PullProgress } from './pull-progress.tsx';

/** The local mirror of the market in the popup: how much, how old, what comes next, and the way to pull it anew. */
export function MarketCard(props: {
  market: MarketStatus | undefined;
  /** Whether an account is linked: without one Bondora gives no market. */
  linked: boolean;
  now: number;
  pull: Command<'market.pull'>;
  stop: Command<'market.stop'>;
}): ComponentChild {
  const { market, linked, now, pull, stop } = props;
  const button = useRef<HTMLButtonElement>(null);
  // The plan begins with the market, or where it was stopped with that.
  const first = market?.stoppedUntil === null ? 1 : 2;
  const progress = market?.running === true ? market.progress : null;
  // Other parts are read now and then, in calls of a second: no reason not to ask for the market.
  const pulling = pull.running || progress?.part === 'listings';
  return (
    <Card id="market" title="Market" aside={<MarketAge market={market} now={now} />}>
      <PullAnnouncement market={market} />
      {market === undefined ? null : (
        <>
          <div class="line">
            <dl class="figures">
              <div>
                <dt>Listings</dt>
                <dd>
                  <data id="market-listings" value={String(market.listings)}>
                    {formatValue(market.listings, 'count', ownLook)}
                  </data>
                </dd>
              </div>
              {linked ? <CallsLeft market={market} /> : null}
            </dl>
            <button
              type="button"
              id="pull"
              class="bl-button"
              ref={button}
              disabled={!pulling && (!linked || !isCallFree(market, now))}
              // Not disabled while it runs: the focus of whoever pressed it stays here.
              aria-disabled={pulling}
              onClick={() => void (pulling ? null : pull.run({}))}
            >
              {pulling ? 'Pulling…' : isStopped(market, now) ? 'Start again' : 'Pull now'}
            </button>
          </div>
          {pulling || progress !== null ? (
            // The button that was pressed goes with the progress: the focus moves to where the pull can be started again.
            <PullProgress progress={progress} stop={stop} onStopped={() => button.current?.focus()} />
          ) : (
            <MarketOutlook
              market={market}
              plan={market.plan.slice(0, first)}
              linked={linked}
              stopped={isStopped(market, now)}
              now={now}
            />
          )}
          <MoreAboutMirror parts={market.parts} plan={linked ? market.plan.slice(first) : []} now={now} />
        </>
      )}
    </Card>
  );
}

function isStopped({ stoppedUntil }: MarketStatus, now: number): boolean {
  return stoppedUntil !== null && stoppedUntil > now;
}

function MarketAge({ market, now }: { market: MarketStatus | undefined; now: number }): ComponentChild {
  if (market === undefined) return null;
  return market.pulledAt === null ? (
    <span id="market-age" class="bl-quiet">
      never pulled
    </span>
  ) : (
    <span class="bl-quiet">
      <Age id="market-age" at={market.pulledAt} now={now} after="old" />
    </span>
  );
}
