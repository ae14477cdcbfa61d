import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '#lib/base/day.ts';
import { findBreakEven, schedulePayments } from '#lib/finance/break-even.ts';
import { expectPayments } from '#lib/finance/expected-payments.ts';
import { findScenarioYield } from '#lib/finance/scenario-yield.ts';
import { baseScenario, cautiousScenario, type Scenario } from '#lib/finance/scenario.ts';
import type { PartTerms } from '#lib/finance/schedule.ts';
import { findYieldToMaturity } from '#lib/finance/yield-to-maturity.ts';
import { ratings } from '#lib/loan/rating.ts';

const day = (text: string): Day => parseDay(text) as Day;
const today = day('2026-11-22');
const part = (
  count: number,
  first: string,
  principal: number,
  interest: number,
  total: number | null = null,
): PartTerms => ({
  paymentsLeft: count,
  nextPaymentDate: day(first),
  principalRemaining: principal,
  interest,
  outstandingPayments: total,
});
const onTime = { rating: 'C', daysLate: 0 };
const nothingHappens: Scenario = { ...baseScenario, defaults: {}, defaultsElse: 0, delayDays: 0 };

// Worked out by another program in another way: Python's decimal module with 60 digits, the principal paid down step by step,
// month ends by its own calendar, the rate by halving an interval.
const table: [
  scenario: Scenario,
  rating: string,
  daysLate: number,
  terms: PartTerms,
  cost: number,
  rate: number,
][] = [
  [baseScenario, 'C', 0, part(36, '2026-12-10', 100, 0.2), 95, 0.1385115294165264],
  [baseScenario, 'HR', 0, part(60, '2026-12-31', 100, 0.35), 70, 0.23432835722375625],
  [baseScenario, 'C', 30, part(24, '2026-12-01', 50, 0.25, 64), 30, 0.3369193050409648],
  [cautiousScenario, 'C', 0, part(36, '2026-12-10', 100, 0.2), 95, 0.029534613817585032],
  [cautiousScenario, 'HR', 0, part(60, '2026-12-31', 100, 0.35), 70, -0.09485176343897624],
  [cautiousScenario, 'C', 30, part(24, '2026-12-01', 50, 0.25, 64), 30, -0.19219213069647845],
  // Defaulted: 36 equal parts of 40 % of the principal, from a month after today.
  [baseScenario, 'C', 61, part(36, '2026-12-10', 100, 0.2), 20, 0.6693121168249827],
];

describe('yield under a scenario', () => {
  it.each(table)(
    'agrees with the table: %o, %s, %d days late',
    (scenario, rating, daysLate, terms, cost, rate) => {
      const result = findScenarioYield(terms, { rating, daysLate }, scenario, cost, today);
      expect(result).toHaveProperty('rate');
      if ('rate' in result) expect(Math.abs(result.rate - rate)).toBeLessThan(1e-10);
    },
  );

  it('is the yield to maturity where nothing is assumed to happen', () => {
    const terms = part(36, '2026-12-10', 100, 0.2);
    const [plain, assumed] = [
      findYieldToMaturity(terms, 95, today),
      findScenarioYield(terms, onTime, nothingHappens, 95, today),
    ];
    expect('rate' in plain && 'rate' in assumed && Math.abs(plain.rate - assumed.rate)).toBeLessThan(1e-12);
  });

  const terms = fc
    .record({
      count: fc.integer({ min: 6, max: 60 }),
      wait: fc.integer({ min: 1, max: 31 }),
      interest: fc.double({ min: 0, max: 0.6, noNaN: true }),
    })
    .map(({ count, wait, interest }): PartTerms => ({
      paymentsLeft: count,
      nextPaymentDate: (today + wait) as Day,
      principalRemaining: 100,
      interest,
      outstandingPayments: null,
    }));
  const cost = fc.double({ min: 60, max: 120, noNaN: true });

  it('falls with the rating, with lateness and with caution', () => {
    const rate = (...args: Parameters<typeof findScenarioYield>): number => {
      const result = findScenarioYield(...args);
      return 'rate' in result ? result.rate : Number.NaN;
    };
    fc.assert(
      fc.property(terms, cost, (one, price) => {
        const byRating = ratings.map((rating) =>
          rate(one, { rating, daysLate: 0 }, baseScenario, price, today),
        );
        const byLateness = [0, 5, 20, 45].map((daysLate) =>
          rate(one, { rating: 'C', daysLate }, baseScenario, price, today),
        );
        const cautious = rate(one, onTime, cautiousScenario, price, today);
        for (const rates of [byRating, byLateness, [byRating[3] ?? 0, cautious]]) {
          for (const [i, worse] of rates.entries()) {
            // Below zero it is the other way round: a loss that takes longer is a smaller loss a year.
            if (i > 0 && worse > 0) expect(worse).toBeLessThanOrEqual(rates[i - 1] ?? 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('expects no more than the schedule and no less than the recovery', () => {
    fc.assert(
      fc.property(
        terms,
        fc.constantFrom(...ratings),
        fc.integer({ min: 0, max: 90 }),
        (one, rating, daysLate) => {
          const expected = expectPayments(one, { rating, daysLate }, baseScenario, today);
          const schedule = schedulePayments(one);
          const sum = (amounts: Float64Array | undefined): number =>
            Array.from(amounts ?? []).reduce((total, amount) => total + amount, 0);
          expect(sum(expected?.amounts)).toBeLessThanOrEqual(sum(schedule?.amounts) * (1 + 1e-12));
          expect(sum(expected?.amounts)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ['no-price', part(12, '2026-12-01', 10, 0.2), 0],
    ['no-schedule', { ...part(12, '2026-12-01', 10, 0.2), principalRemaining: null }, 5],
    ['no-schedule', part(0, '2026-12-01', 10, 0.2), 5],
    ['payment-day-passed', part(12, '2026-11-01', 10, 0.2), 5],
  ])('gives the reason %s', (reason, one, price) => {
    expect(findScenarioYield(one, onTime, baseScenario, price, today)).toEqual({ reason });
  });

  it('takes a rating that it does not know for a poor one', () => {
    const one = part(36, '2026-12-10', 100, 0.2);
    const [unknown, poor] = [null, 'E'].map((rating) =>
      findScenarioYield(one, { rating, daysLate: null }, baseScenario, 95, today),
    );
    expect(unknown).toEqual(poor);
  });
});

describe('break-even', () => {
  const schedule = schedulePayments(part(36, '2026-12-22', 100, 0.18));

  // From the same program as the table above.
  it.each([
    [0.15, 0, 105.69463958711705],
    [0.25, 0, 94.00295038277712],
    [0, 0, 130.1486239293006],
    [0.15, 0.015, 104.13264983952418],
    [0.25, 0.015, 92.61374421948484],
  ])('for a yearly return of %d and a fee of %d is a price of %d', (wanted, fee, price) => {
    const found = schedule && findBreakEven(schedule, 100, wanted, today, fee);
    expect(found?.price).toBeCloseTo(price, 9);
    expect(found?.discount).toBeCloseTo(price / 100 - 1, 11);
  });

  it('is the price at which the yield is what was wanted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (wanted, count) => {
          const terms = part(count, '2026-12-10', 100, 0.2);
          const payments = schedulePayments(terms);
          const price = payments && findBreakEven(payments, 100, wanted, today)?.price;
          const result = findYieldToMaturity(terms, price ?? 0, today);
          expect('rate' in result && Math.abs(result.rate - wanted)).toBeLessThan(
            1e-9 * (1 + Math.abs(wanted)),
          );
        },
      ),
    );
  });

  it.each([
    [null, 0.1, 0],
    [0, 0.1, 0],
    [100, -1, 0],
    [100, Number.NaN, 0],
    [100, 0.1, -0.1],
  ])('has no answer for a principal of %s, a return of %s, a fee of %s', (principal, wanted, fee) => {
    expect(schedule && findBreakEven(schedule, principal, wanted, today, fee)).toBeUndefined();
  });
});
