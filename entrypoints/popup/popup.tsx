import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AccountCard } from '#components/account/account-card.tsx';
import { AccountQuestion } from '#components/account/account-question.tsx';
import { MarketCard } from '#components/market/market-card.tsx';
import { NewsCard } from '#components/market/news-card.tsx';
import { tellMarketProblem } from '#components/market/tell-market-problem.ts';
import { PageCard, type PagePort } from '#components/page/page-card.tsx';
import { useCommand } from '#components/queries/use-command.ts';
import { useNow } from '#components/queries/use-now.ts';
import { usePreferences } from '#components/queries/use-preferences.ts';
import { useQuery } from '#components/queries/use-query.ts';
import { useRefreshWith } from '#components/queries/use-refresh-with.ts';
import { SearchCard } from '#components/search/search-card.tsx';
import type { HostAccess } from '#components/settings/host-access.ts';
import { HostAccessWarning } from '#components/settings/host-access-warning.tsx';
import { OverlaySwitches } from '#components/settings/overlay-switches.tsx';
import { ProblemRegion } from '#components/ui/problem-region.tsx';
import type { AnswerForEditors } from '#lib/messages/living-editors.ts';
import { formatLoanAddress } from '#lib/site/loan-address.ts';
import { tellError, tellProblem } from '#components/ui/tell-problem.ts';

/** The popup: account, market, and what is laid over the pages. */
export function Popup(props: {
  hostAccess: HostAccess;
  onOptions: () => void;
  /** The page under the popup. */
  pagePort: PagePort;
  /** Tells the background, when it asks, which editors of notes live here. */
  answerForEditors: AnswerForEditors;
}): ComponentChild {
  const { hostAccess, onOptions, pagePort, answerForEditors } = props;
  const now = useNow();
  const account = useQuery('account.status');
  const application = useQuery('application.status');
  const market = useQuery('market.status');
  const news = useQuery('events.since');
  const preferences = usePreferences();
  const link = useCommand('account.link');
  const unlink = useCommand('account.unlink');
  const readBalance = useCommand('account.readBalance');
  const identify = useCommand('account.identify');
  const activate = useCommand('account.activate');
  const pull = useCommand('market.pull');
  const stop = useCommand('market.stop');
  const seen = useCommand('events.seen');
  // The plan tells in how many minutes, and calls become free with time.
  useRefreshWith('market.status', now);
  // What went wrong with one account is no news of another.
  const id = account.data?.id;
  const idBefore = useRef(id);
  useEffect(() => {
    if (idBefore.current !== undefined && idBefore.current !== id)
      for (const command of [link, unlink, readBalance]) command.forget();
    idBefore.current = id;
  }, [id]);
  const failures = [
    account,
    application,
    market,
    news,
    preferences,
    link,
    unlink,
    readBalance,
    identify,
    activate,
    pull,
    stop,
    seen,
  ];
  return (
    <>
      <header>
        <img src="/icon/48.png" width="24" height="24" alt="" />
        <h1>Bondlens</h1>
        <a id="open-notes" class="bl-button plain small" href="/notes.html" target="_blank">
          Notes
        </a>
        <button type="button" id="open-options" class="bl-button plain small" onClick={onOptions}>
          Options
        </button>
      </header>
      <main>
        <AccountQuestion account={account.data} identify={identify} />
        <SearchCard answerForEditors={answerForEditors} />
        <ProblemRegion
          sentences={[
            tellProblem(account.data, now),
            tellMarketProblem(market.data, now),
            ...failures.map(({ error }) => tellError(error, now)),
          ]}
        />
        <HostAccessWarning access={hostAccess} />
        <PageCard port={pagePort} />
        <AccountCard
          account={account.data}
          application={application.data}
          now={now}
          link={link}
          unlink={unlink}
          readBalance={readBalance}
          activate={activate}
          onSetUp={onOptions}
        />
        <MarketCard
          market={market.data}
          linked={account.data?.linked === true}
          now={now}
          pull={pull}
          stop={stop}
        />
        {account.data?.linked === true ? (
          <NewsCard
            news={news.data}
            pulledAt={market.data?.pulledAt ?? null}
            now={now}
            seen={seen}
            loanAddress={formatLoanAddress}
          />
        ) : null}
        <OverlaySwitches control={preferences} />
      </main>
    </>
  );
}
