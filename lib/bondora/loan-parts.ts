import { decodeAsAsked } from './decode-as-asked.ts';
import { readLoanPart, type LoanPart } from './loan-part.ts';
import { decodeOne, type Answer, type Operation } from './operation.ts';
import { checkBatch, checkId, idsInAddress } from './query.ts';

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

const parts = {
  path: () => '/api/v1/loanpart/list',
  scope: null,
  quota: 'loanpart/list',
  kind: 'read',
  decode: decodeAsAsked(readLoanPart, ({ loanPartId }) => loanPartId),
} as const satisfies Partial<Operation<{ ids: readonly string[] }, unknown>>;

/** Up to 1000 loan parts in detail, in the order asked; null for an unknown one. */
export const listLoanParts: Operation<{ ids: readonly string[] }, Answer<(LoanPart | null)[]>> = {
  ...parts,
  id: 'listLoanParts',
  method: 'POST',
  check: ({ ids }) => checkBatch('loanpart/list', ids),
  body: ({ ids }) => ({ ItemIds: ids }),
};

/** The same with the ids in the address, as the API's schema of 2022 has it: no browser sends a body along with GET. */
export const listLoanPartsViaGet: typeof listLoanParts = {
  ...parts,
  id: 'listLoanPartsViaGet',
  method: 'GET',
  check: ({ ids }) => checkBatch('loanpart/list', ids, idsInAddress),
  query: ({ ids }) => ids.map((id) => ['request.itemIds', id] as const),
};
