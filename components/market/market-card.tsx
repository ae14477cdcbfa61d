import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { Card } from '#components/ui/card.tsx';
import { Age } from '#components/values/age.tsx';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { CallsLeft, isCallFree } from './calls-left.tsx';
import { PullProgress } from './pull-progress.tsx';

/** The local mirror of the market in the popup: how much, how old, and the way to pull it anew. */
export function MarketCard(props: {
  market: MarketStatus | undefined;
  /** Whether an account is linked: without one Bondora gives no market. */
  linked: boolean;
  now: number;
  pull: Command<'market.pull'>;
}): ComponentChild {
  const { market, linked, now, pull } = props;
  const running = pull.running || market?.running === true;
  return (
    <Card id="market" title="Market" aside={<MarketAge market={market} now={now} />}>
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
            </dl>
            <button
              type="button"
              id="pull"
              class="bl-button"
              disabled={running || !linked || !isCallFree(market, now)}
              onClick={() => void pull.run({})}
            >
              {running ? 'Pulling…' : 'Pull the market now'}
            </button>
          </div>
          {running ? (
            <PullProgress progress={market.progress} />
          ) : (
            <p class="bl-quiet">
              {linked ? <CallsLeft market={market} now={now} /> : 'Needs a linked account.'}
            </p>
          )}
        </>
      )}
    </Card>
  );
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
