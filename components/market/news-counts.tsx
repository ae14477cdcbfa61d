import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { MarketNews, NewsKind } from '#lib/messages/market-news.ts';
import { newsWords } from './news-words.ts';

/** How much of each kind happened, in plain words. */
export function NewsCounts({ counts }: { counts: MarketNews['counts'] }): ComponentChild {
  return (
    <ul id="news-counts">
      {(Object.keys(newsWords) as NewsKind[]).map((kind) => {
        const number = counts[kind] ?? 0;
        const { counted, several = counted } = newsWords[kind];
        return number === 0 ? null : (
          <li key={kind}>
            <data id={`news-${kind}`} value={String(number)}>
              {formatValue(number, 'count', ownLook)}
            </data>{' '}
            {number === 1 ? counted : several}
          </li>
        );
      })}
    </ul>
  );
}
