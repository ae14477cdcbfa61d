import { createFieldColumn } from './field-column.ts';

/** What the seller takes off the open principal (negative), or adds to it. */
export const discountColumn = createFieldColumn(
  'discount',
  'Discount',
  'Price change against the open principal: negative is a discount, positive a mark-up.',
  ['discount', 'price', 'principalRemaining'],
);
