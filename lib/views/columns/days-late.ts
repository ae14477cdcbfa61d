import { createFieldColumn } from './field-column.ts';

/** For how long anything has been overdue. */
export const daysLateColumn = createFieldColumn(
  'daysLate',
  'Days late',
  'Days since anything became overdue; 0 when nothing is.',
  ['daysLate', 'debtOccurredOnForSecondary', 'loanStatusCode', 'lateAmountTotal'],
);
