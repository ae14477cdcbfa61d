import { tellProblem } from '#components/ui/tell-problem.ts';
import type { MarketStatus } from '#lib/messages/market-status.ts';

/**
 * The sentence about what went wrong with the mirror, with what to do about it; null when nothing did. A pull that the
 * person stopped is no problem.
 */
export function tellMarketProblem(market: MarketStatus | undefined, now: number): string | null {
  switch (market?.problemCode) {
    case 'disk-full':
      return 'The disk is full, so the last pull could not be kept; the mirror before it is still in use. Free some room on the disk, or give the mirror less of it in the options.';
    case 'aborted':
      return null;
    default:
      return tellProblem(market, now);
  }
}
