import type { PageReaders } from '#components/overlay/page-readers.ts';

export const pageReaders: PageReaders = {
  readLoan: () => undefined,
  readCashFlow: () => undefined,
};
