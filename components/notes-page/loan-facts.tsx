import type { ComponentChild } from 'preact';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { describeLoan } from './describe-loan.ts';
import { findIds } from './use-known-loans.ts';

/** The address of a loan's page on the site, by the GUID of its auction. */
export type LoanAddress = (auctionId: string) => string;

/** What the mirror knows of a noted loan, and the way to its page where the address is known. */
export function LoanFacts(props: {
  loan: NoteKey;
  record: LoanRecord | null;
  loanAddress: LoanAddress;
}): ComponentChild {
  const { loan, record, loanAddress } = props;
  const told = record?.auctionId;
  const auctionId = typeof told === 'string' ? told : findIds(loan).auctionId;
  const facts = describeLoan(record);
  return (
    <p class="facts bl-quiet">
      {facts === '' ? 'The local market knows nothing of it now.' : facts}
      {auctionId === undefined ? null : (
        <a id="loan-page" href={loanAddress(auctionId)} target="_blank" rel="noreferrer">
          Open on bondora.com
        </a>
      )}
    </p>
  );
}
