import { decodeAsAsked } from './decode-as-asked.ts';
import { readLoanPart, type LoanPart } from './loan-part.ts';
import { decodeOne, type Answer, type Operation } from './operation.ts';
import { checkBatch, checkId } from './query.ts';

/** One loan part in detail. The list variant does the same for a thousand. */
export const getLoanPart: Operation<{ id: string }, Answer<LoanPart>> = {
  id: 'getLoanPart',
  method: 'GET',
  path: ({ id }) => `/api/v1/loanpart/${id}`,
  scope: null,
  quota: 'loanpart/item',
  kind: 'read',
  check: ({ id }) => checkId(id),
  decode: decodeOne(readLoanPart),
};

/** Up to 1000 loan parts in detail, in the order asked; null for an unknown one. */
export const listLoanParts: Operation<{ ids: readonly string[] }, Answer<(LoanPart | null)[]>> = {
  id: 'listLoanParts',
  method: 'POST',
  path: () => '/api/v1/loanpart/list',
  scope: null,
  quota: 'loanpart/list',
  kind: 'read',
  check: ({ ids }) => checkBatch('loanpart/list', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
  decode: decodeAsAsked(readLoanPart, ({ loanPartId }) => loanPartId),
};

/** The same as a GET with a body, which the API takes and no browser sends: for other platforms only. */
export const listLoanPartsViaGet: typeof listLoanParts = {
  ...listLoanParts,
  id: 'listLoanPartsViaGet',
  method: 'GET',
};
