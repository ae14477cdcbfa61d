import type { SignConvention } from './discount-sign.ts';

/** The price cell's percent, sign aside. */
export interface ShownPercent {
  /** As a fraction, not negative. */
  size: number;
  /** Half of the last digit shown, as a fraction: 0.005 for a whole percent. */
  precision: number;
  /** Its sign where the page shows one or says it in words. */
  sign: '+' | '-' | null;
}

/** What one row shows of price, open principal and percent. */
export interface PriceClaim {
  price: number;
  principal: number;
  percent: ShownPercent;
}

/**
 * Which signs of the percent make price = principal × (1 + discount), by as much as roundings allow: cents of both sums and
 * the last digit of the percent.
 */
export function findPossibleSigns({ price, principal, percent }: PriceClaim): ReadonlySet<'+' | '-'> {
  const allowed = 0.011 + principal * (percent.precision + 1e-6);
  const possible = new Set<'+' | '-'>();
  if (Math.abs(price - principal * (1 + percent.size)) <= allowed) possible.add('+');
  if (Math.abs(price - principal * (1 - percent.size)) <= allowed) possible.add('-');
  return possible;
}

/** What the arithmetic of a whole table says. */
export interface PriceCheck {
  /** False when most rows contradict it: then the column is not the open principal. */
  isPrincipal: boolean;
  /** What unsigned percents mean, where the rows that tell agree. */
  convention: SignConvention;
}

/** Checks the rows of a table that show price, open principal and percent against each other. */
export function checkPrices(claims: readonly PriceClaim[]): PriceCheck {
  let contradictions = 0;
  let discounts = 0;
  let markups = 0;
  for (const claim of claims) {
    const possible = findPossibleSigns(claim);
    if (possible.size === 0) contradictions += 1;
    if (possible.size !== 1 || claim.percent.sign !== null) continue;
    if (possible.has('-')) discounts += 1;
    else markups += 1;
  }
  return {
    isPrincipal: contradictions * 2 <= claims.length,
    convention:
      discounts > 0 && markups === 0 ? 'discount' : markups > 0 && discounts === 0 ? 'markup' : null,
  };
}
