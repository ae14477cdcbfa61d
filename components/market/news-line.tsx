import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { Age } from '#components/values/age.tsx';
import { formatValue } from '#components/values/format-value.ts';
import { getField } from '#lib/loan/fields.ts';
import type { NewsItem } from '#lib/messages/market-news.ts';
import { newsWords } from './news-words.ts';

/** The address of a loan's page on the site, by the GUID of its auction. */
export type LoanAddress = (auctionId: string) => string;

/** One event: what happened to which loan, when, and from what to what. */
export function NewsLine(props: { item: NewsItem; now: number; loanAddress: LoanAddress }): ComponentChild {
  const { item, now, loanAddress } = props;
  const { kind, at, auctionNumber, auctionId, rating } = item;
  const name = auctionNumber === null ? 'A loan' : `Loan ${auctionNumber}`;
  const details = describeDetails(item);
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
        <span class="bl-quiet">
          <Age at={at} now={now} after="ago" />
        </span>
      </span>
      {details === '' ? null : <span class="bl-quiet">{details}</span>}
    </li>
  );
}

/** `Discount −5.0% → −8.0%, 12.40 €`: what is known of it. */
function describeDetails({ field, from, to, price }: NewsItem): string {
  const said: string[] = [];
  if (field !== null) {
    const { kind, label } = getField(field);
    const text = (value: NewsItem['from']): string => formatValue(value, kind, ownLook);
    said.push(`${label} ${text(from)} → ${text(to)}`);
  }
  // A change of the price tells it already.
  if (price !== null && field !== 'price') said.push(formatValue(price, 'money', ownLook));
  const sentence = said.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
