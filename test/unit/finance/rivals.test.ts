import fc from 'fast-check';
import { irr, pmt } from 'financial';
import { describe, expect, it } from 'vitest';
import theirXirr from 'xirr';
import type { CashFlow } from '#lib/finance/cash-flow.ts';
import { annuity } from '#lib/finance/schedule.ts';
import { xirr } from '#lib/finance/xirr.ts';

const payment = fc.double({ min: 0.5, max: 30, noNaN: true });
const payments = fc.array(payment, { minLength: 1, maxLength: 40 });
const cost = fc.double({ min: 5, max: 400, noNaN: true });

/** Flows `gap` days apart, the first of them paid. */
const spread = (paid: number, received: readonly number[], gap: number): CashFlow[] =>
  [-paid, ...received].map((amount, i) => ({ day: 20_000 + i * gap, amount }) as CashFlow);

describe('other libraries', () => {
  it('find the same yearly return, where they find one at all', () => {
    let found = 0;
    fc.assert(
      fc.property(cost, payments, (paid, received) => {
        const flows = spread(paid, received, 30);
        const rate = findTheirs(() =>
          theirXirr(flows.map(({ day, amount }) => ({ amount, when: new Date(day * 86_400_000) }))),
        );
        const ours = xirr(flows);
        if (rate === undefined || rate < -0.99 || rate > 1e6) return;
        found++;
        expect(ours).toHaveProperty('rate');
        if ('rate' in ours) expect(Math.abs(ours.rate - rate)).toBeLessThan(1e-5 * (1 + Math.abs(rate)));
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('find the same return a period, with a year of 365 days as the period', () => {
    let found = 0;
    fc.assert(
      fc.property(cost, payments, (paid, received) => {
        const rate = findTheirs(() => irr([-paid, ...received], 0.1, 1e-12, 200));
        const ours = xirr(spread(paid, received, 365));
        if (rate === undefined || rate < -0.99) return;
        found++;
        expect(ours).toHaveProperty('rate');
        if ('rate' in ours) expect(Math.abs(ours.rate - rate)).toBeLessThan(1e-6 * (1 + Math.abs(rate)));
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('pay a loan back with the same payment', () => {
    const rate = fc.double({ min: 1e-6, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(cost, rate, fc.integer({ min: 1, max: 60 }), (principal, perPeriod, count) => {
        const theirs = -pmt(perPeriod, count, principal);
        // Theirs loses digits where the rate is small: (1 + i)^n − 1 without the care that expm1 takes.
        expect(Math.abs(annuity(principal, perPeriod, count) / theirs - 1)).toBeLessThan(1e-8);
      }),
    );
  });
});

/** Their answer; undefined where they give up. */
function findTheirs(solve: () => number): number | undefined {
  try {
    const rate = solve();
    return Number.isFinite(rate) ? rate : undefined;
  } catch {
    return undefined;
  }
}
