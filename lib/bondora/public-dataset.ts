import { decodePage, type Operation, type Page } from './operation.ts';
import { readPublicLoan, type PublicLoan } from './public-loan.ts';
import type { ArgumentsOf } from './query.ts';
import { checkPage, date, paging, words, writeQuery } from './query.ts';

export const datasetParameters = {
  loanIds: words('LoanIds'),
  countries: words('Countries'),
  ratings: words('Ratings'),
  loanDateFrom: date('LoanDateFrom'),
  loanDateTo: date('LoanDateTo'),
  ...paging,
};

/** The public loan book, made anew once a day. */
export const listPublicDataset: Operation<ArgumentsOf<typeof datasetParameters>, Page<PublicLoan>> = {
  id: 'listPublicDataset',
  method: 'GET',
  path: () => '/api/v1/publicdataset',
  scope: null,
  quota: 'publicdataset',
  kind: 'read',
  check: (args) => checkPage('publicdataset', args),
  query: (args) => writeQuery(datasetParameters, args),
  decode: decodePage(readPublicLoan),
};
