import { createFieldColumn } from './field-column.ts';

/** What the seller takes off the open principal (negative), or adds to it. */
export const discountColumn = createFieldColumn('discount', 'Discount', [
  'discount',
  'price',
  'principalRemaining',
]);
