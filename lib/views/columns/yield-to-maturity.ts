import { createFieldColumn } from './field-column.ts';

/** The yearly return at this price if the borrower pays on schedule. */
export const yieldToMaturityColumn = createFieldColumn(
  'yieldToMaturity',
  'Yield',
  'Yearly return at this price if every scheduled payment arrives on its day.',
  [
    'yieldToMaturity',
    'price',
    'totalCost',
    'outstandingPayments',
    'principalRemaining',
    'interest',
    'nextPaymentNr',
    'nrOfScheduledPayments',
    'nextPaymentDate',
  ],
);
