import { createFieldColumn } from './field-column.ts';

/** How many payments are still to come. */
export const paymentsLeftColumn = createFieldColumn(
  'paymentsLeft',
  'Left',
  'How many scheduled payments are still to come, the next one included.',
  ['paymentsLeft', 'nextPaymentNr', 'nrOfScheduledPayments'],
);
