import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import type { Command } from '#components/queries/use-command.ts';
import { Card } from '#components/ui/card.tsx';
import { Age } from '#components/values/age.tsx';
import { formatAge } from '#components/values/format-age.ts';
import type { MarketNews } from '#lib/messages/market-news.ts';
import { NewsCounts } from './news-counts.tsx';
import type { LoanAddress } from './news-line.tsx';
import { NewsList } from './news-list.tsx';

/**
 * What happened on the market since the person last looked. It stays until the person presses "Mark as seen": a popup
 * closes by itself with every click beside it, the one on a loan of this very list included, and would take along what
 * nobody had read yet.
 */
export function NewsCard(props: {
  news: MarketNews | undefined;
  /** When the market was last pulled; epoch ms, null when it never was. */
  pulledAt: number | null;
  now: number;
  seen: Command<'events.seen'>;
  loanAddress: LoanAddress;
}): ComponentChild {
  const { news, pulledAt, now, seen, loanAddress } = props;
  const nothing = useRef<HTMLParagraphElement>(null);
  if (news === undefined) return null;
  const { since, upTo, counts, newest } = news;
  const markSeen = async (id: number): Promise<void> => {
    // The button goes with the news: the focus moves to the sentence that takes its place.
    if ('done' in (await seen.run({ upTo: id }))) nothing.current?.focus();
  };
  const happened = Object.values(counts).some((number) => number > 0);
  const mark =
    upTo === null || !happened ? null : (
      <button
        type="button"
        id="mark-seen"
        class="bl-button plain small"
        disabled={seen.running}
        onClick={() => void markSeen(upTo)}
      >
        Mark as seen
      </button>
    );
  return (
    <Card id="news" title="Since you last looked" aside={mark}>
      {since === null ? (
        <p class="bl-quiet">
          What is new, cheaper, sold or gone shows from the second pull on: each is compared with the one
          before.
        </p>
      ) : happened ? (
        <>
          <p class="bl-quiet">
            Counted from <Age id="news-since" at={since} now={now} after="ago" />
          </p>
          <NewsCounts counts={counts} />
          <NewsList newest={newest} now={now} loanAddress={loanAddress} />
        </>
      ) : (
        <p id="no-news" class="bl-quiet" tabIndex={-1} ref={nothing}>
          {pulledAt === null || pulledAt < since
            ? `All seen ${formatAge(now - since)} ago. The next pull tells what changed since.`
            : `Nothing has changed for ${formatAge(now - since)}.`}
        </p>
      )}
    </Card>
  );
}
