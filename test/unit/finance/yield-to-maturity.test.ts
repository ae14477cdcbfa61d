import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '#lib/base/day.ts';
import type { PartTerms } from '#lib/finance/schedule.ts';
import { findYieldToMaturity } from '#lib/finance/yield-to-maturity.ts';

const day = (text: string): Day => parseDay(text) as Day;
const today = day('2026-11-22');

function part(count: number, first: string, known: Partial<PartTerms>): PartTerms {
  const nothing = { outstandingPayments: null, principalRemaining: null, interest: null };
  return { paymentsLeft: count, nextPaymentDate: day(first), ...nothing, ...known };
}

// Worked out by another program in another way: Python's decimal module with 60 digits, the annuity from its closed form,
// month ends by its own calendar, the rate by halving an interval.
const table: [PartTerms, cost: number, rate: number][] = [
  [part(48, '2026-12-07', { outstandingPayments: 6.35 }), 4.12, 0.2641805787924161],
  [part(24, '2026-11-30', { principalRemaining: 100, interest: 0.28 }), 90, 0.5201604616856197],
  [part(36, '2026-12-22', { principalRemaining: 100, interest: 0.18 }), 100, 0.19566159127979207],
  [part(60, '2026-12-01', { principalRemaining: 100, interest: 0.25 }), 140, 0.10101729769757022],
  [part(1, '2026-12-22', { outstandingPayments: 5 }), 0.5, 1467799267621.0696],
];

describe('findYieldToMaturity', () => {
  it.each(table)('agrees with the table: %j for %d', (terms, cost, rate) => {
    const result = findYieldToMaturity(terms, cost, today);
    expect(result).toHaveProperty('rate');
    if ('rate' in result) expect(Math.abs(result.rate / rate - 1)).toBeLessThan(1e-10);
  });

  it('is zero when exactly the price comes back', () => {
    const result = findYieldToMaturity(
      part(12, '2026-12-31', { principalRemaining: 10, interest: 0 }),
      10,
      today,
    );
    expect('rate' in result && Math.abs(result.rate)).toBeLessThan(1e-12);
  });

  it('counts a payment that is due today', () => {
    expect(findYieldToMaturity(part(2, '2026-11-22', { outstandingPayments: 12 }), 10, today)).toHaveProperty(
      'rate',
    );
  });

  it.each([
    ['no-price', part(12, '2026-12-01', { outstandingPayments: 10 }), 0],
    ['no-price', part(12, '2026-12-01', { outstandingPayments: 10 }), Number.NaN],
    ['no-schedule', part(12, '2026-12-01', { principalRemaining: 10 }), 5],
    ['payment-day-passed', part(12, '2026-11-21', { outstandingPayments: 10 }), 5],
    ['one-day', part(1, '2026-11-22', { outstandingPayments: 10 }), 5],
    // Two payments, the first today and larger than the price: nothing is ever invested.
    ['nothing-invested', part(2, '2026-11-22', { outstandingPayments: 20 }), 5],
  ])('gives the reason %s', (reason, terms, cost) => {
    expect(findYieldToMaturity(terms, cost, today)).toEqual({ reason });
  });
});
