import { auctionCells } from './auction-cells.ts';
import type { WriteCell } from './cell.ts';
import type { ColumnId } from './columns.ts';
import { holdingCells } from './holding-cells.ts';
import { loanCells } from './loan-cells.ts';
import { offerCells } from './offer-cells.ts';
import { oldCells } from './old-cells.ts';

/** How the cell of each column is written. */
export const cells: Readonly<Record<ColumnId, WriteCell>> = {
  ...loanCells,
  ...offerCells,
  ...holdingCells,
  ...auctionCells,
  ...oldCells,
};
