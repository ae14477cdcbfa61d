/** Ids of the columns that Bondlens can add to a table, in their first order. Part of the marks a page carries. */
export const addedColumnIds = [
  'discount',
  'yieldToMaturity',
  'paymentsLeft',
  'daysLate',
  'shareOfTermPaid',
  'formula',
] as const;

export type AddedColumnId = (typeof addedColumnIds)[number];
