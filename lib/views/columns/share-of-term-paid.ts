import { createFieldColumn } from './field-column.ts';

/** How much of the schedule lies behind. */
export const shareOfTermPaidColumn = createFieldColumn('shareOfTermPaid', 'Term paid', [
  'shareOfTermPaid',
  'nextPaymentNr',
  'nrOfScheduledPayments',
]);
