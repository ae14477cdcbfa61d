import { getAccountBalance } from './account.ts';
import { listSecondaryMarket } from './secondary-market.ts';

/** Every operation that the client offers. */
export const operations = { getAccountBalance, listSecondaryMarket };

export type Operations = typeof operations;
