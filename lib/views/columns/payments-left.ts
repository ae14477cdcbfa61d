import { createFieldColumn } from './field-column.ts';

/** How many payments are still to come. */
export const paymentsLeftColumn = createFieldColumn('paymentsLeft', 'Left', [
  'paymentsLeft',
  'nextPaymentNr',
  'nrOfScheduledPayments',
]);
