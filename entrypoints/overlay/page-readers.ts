import type { PageReaders } from '#components/overlay/page-readers.ts';
import { openTable } from './open-table.ts';

export const pageReaders: PageReaders = {
  openTable,
  readLoan: () => undefined,
  readCashFlow: () => undefined,
};
