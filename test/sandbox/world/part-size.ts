import { partSizes } from './figures.ts';
import type { Loan } from './loan.ts';
import type { Random } from './random.ts';
import type { Standing } from './standing.ts';

/**
 * The original principal of a part that is put on sale, in euros. Hardly anybody bothers to sell what is worth
 * cents: of loans that are nearly repaid, larger parts come to the market.
 */
export function drawPartSize(random: Random, loan: Loan, standing: Standing): number {
  const share = standing.principalRemaining / loan.amount;
  const size = random.pick(partSizes);
  const isTrifle = size * share < 0.5 && random.chance(0.9);
  const worthwhile = isTrifle ? [5, 10, 25, 50, 100, 250].find((one) => one * share >= 0.5) : undefined;
  return Math.min(worthwhile ?? size, loan.amount);
}
