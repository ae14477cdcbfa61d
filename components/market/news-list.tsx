import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { NewsItem } from '#lib/messages/market-news.ts';
import { NewsLine, type LoanAddress } from './news-line.tsx';

// A popup is at most 600 pixels high: more only for who asks.
const shownAtFirst = 4;

/** The newest events, a few at first and the others by a button. */
export function NewsList(props: {
  newest: readonly NewsItem[];
  now: number;
  loanAddress: LoanAddress;
}): ComponentChild {
  const { newest, now, loanAddress } = props;
  const [open, setOpen] = useState(false);
  const rest = newest.length - shownAtFirst;
  return (
    <>
      <ul id="news-list">
        {newest.slice(0, open ? undefined : shownAtFirst).map((item) => (
          <NewsLine key={item.id} item={item} now={now} loanAddress={loanAddress} />
        ))}
      </ul>
      {rest <= 0 ? null : (
        <button
          type="button"
          id="more-news"
          class="bl-button plain small"
          aria-expanded={open}
          aria-controls="news-list"
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show fewer' : `Show ${rest} more`}
        </button>
      )}
    </>
  );
}
