/** Ids of the columns that Bondlens brings along, in their first order. Part of the marks a page carries. */
export const builtInColumnIds = [
  'discount',
  'yieldToMaturity',
  'paymentsLeft',
  'daysLate',
  'shareOfTermPaid',
  'yieldBase',
  'yieldCautious',
  'yieldMine',
  'breakEvenDiscount',
] as const;

/** Those that a new user sees. */
export const firstColumnIds = builtInColumnIds.slice(0, 5);

export type BuiltInColumnId = (typeof builtInColumnIds)[number];

/** Ids of the user's own columns: `formula`, `formula-2`, … They tell a page nothing of what the column is about. */
export type FormulaColumnId = 'formula' | `formula-${string}`;

/** Any column that can be added to a table. */
export type AddedColumnId = BuiltInColumnId | FormulaColumnId;

/** Whether a column is one of the user's own. */
export function isFormulaColumnId(id: AddedColumnId): id is FormulaColumnId {
  return !(builtInColumnIds as readonly string[]).includes(id);
}
