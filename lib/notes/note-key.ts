import { findLoanKey, type LoanKey, type NoteKey, type RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** Every key that a note can have. Older versions knew the first two. */
export const noteKeyPattern =
  /^(loan:\d{1,15}|(auction|part|listing):[0-9a-f-]{36}|borrower:[^\s\p{Control}]{1,60})$/u;

/** What a key names. */
export type NoteSubject = 'loan' | 'part' | 'listing' | 'borrower';

/** What kind of thing a note of this key is about. */
export function findSubject(key: NoteKey): NoteSubject {
  const [kind] = key.split(':', 1);
  return kind === 'part' || kind === 'listing' || kind === 'borrower' ? kind : 'loan';
}

/** What a note is about, as people call it: `loan 1001`, `borrower BO123`; of a GUID its beginning. */
export function nameSubject(key: NoteKey): string {
  const name = key.slice(key.indexOf(':') + 1);
  const subject = findSubject(key);
  return /^[0-9a-f-]{36}$/.test(name) ? `${subject} ${name.slice(0, 8)}…` : `${subject} ${name}`;
}

/** Every key of the loan that a row is about: by number first, which is what people see and every page can show. */
export function listLoanKeys(ids: RowIds, record: LoanRecord | null): LoanKey[] {
  const known: RowIds[] = [ids];
  if (typeof record?.auctionNumber === 'number') known.push({ auctionNumber: record.auctionNumber });
  if (typeof record?.auctionId === 'string') known.push({ auctionId: record.auctionId });
  if (ids.auctionId !== undefined) known.push({ auctionId: ids.auctionId });
  if (ids.loanId !== undefined) known.push({ loanId: ids.loanId });
  const keys = known.map(findLoanKey).filter((key) => key !== undefined);
  return [...new Set(keys)].toSorted((a, b) => rank(a) - rank(b));
}

/** What a note on a row can be about beside its loan, the most particular first: its listing, its part, its borrower. */
export function listOtherKeys(ids: RowIds, record: LoanRecord | null): NoteKey[] {
  const { listingId = record?.listingId, loanPartId = record?.loanPartId } = ids;
  const keys = [
    ['listing', listingId],
    ['part', loanPartId],
    ['borrower', record?.userName],
  ].map(([subject, name]) => `${String(subject)}:${typeof name === 'string' ? name : ''}`);
  return keys.filter((key) => noteKeyPattern.test(key)) as NoteKey[];
}

function rank(key: LoanKey): number {
  return key.startsWith('loan:') ? 0 : 1;
}
