import { createFieldColumn } from './field-column.ts';

/** For how long anything has been overdue. */
export const daysLateColumn = createFieldColumn('daysLate', 'Days late', [
  'daysLate',
  'debtOccurredOnForSecondary',
  'loanStatusCode',
  'lateAmountTotal',
]);
