import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { Age } from '#components/values/age.tsx';
import { formatValue } from '#components/values/format-value.ts';
import { getField } from '#lib/loan/fields.ts';
import type { NewsItem } from '#lib/messages/market-news.ts';
import { newsWords } from './news-words.ts';

/** The address of a loan's page on the site, by the GUID of its auction. */
export type LoanAddress = (auctionId: string) => string;

/** One event: what happened to which loan, at what price, from what to what, and when. */
export function NewsLine(props: { item: NewsItem; now: number; loanAddress: LoanAddress }): ComponentChild {
  const { item, now, loanAddress } = props;
  const { kind, at, auctionNumber, auctionId, rating, price } = item;
  const name = auctionNumber === null ? 'A loan' : `Loan ${auctionNumber}`;
  const change = describeChange(item);
  return (
    <li>
      <span class="line">
        <span>
          <b>{newsWords[kind].one}</b>{' '}
          {auctionId === null ? (
            name
          ) : (
            <a href={loanAddress(auctionId)} target="_blank" rel="noreferrer">
              {name}
            </a>
          )}
          {rating === null ? null : <span class="bl-quiet"> {rating}</span>}
        </span>
        {price === null ? null : <span>{formatValue(price, 'money', ownLook)}</span>}
      </span>
      <span class="bl-quiet">
        {change === null ? null : `${change}, `}
        <Age at={at} now={now} after="ago" />
      </span>
    </li>
  );
}

/** `Discount −5.0% → −8.0%`; null where no field changed. */
function describeChange({ field, from, to }: NewsItem): string | null {
  if (field === null) return null;
  const { kind, label } = getField(field);
  const text = (value: NewsItem['from']): string => formatValue(value, kind, ownLook);
  return `${label.charAt(0).toUpperCase()}${label.slice(1)} ${text(from)} → ${text(to)}`;
}
