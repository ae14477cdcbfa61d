import { createFieldColumn } from './field-column.ts';

/** How much of the schedule lies behind. */
export const shareOfTermPaidColumn = createFieldColumn(
  'shareOfTermPaid',
  'Term paid',
  'Share of the scheduled payments that lie behind.',
  ['shareOfTermPaid', 'nextPaymentNr', 'nrOfScheduledPayments'],
);
