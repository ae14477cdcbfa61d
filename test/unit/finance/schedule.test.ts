import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, formatDay, parseDay, type Day } from '#lib/base/day.ts';
import { addMonthsTo, splitDay } from '#lib/finance/monthly-days.ts';
import { annuity, projectSchedule, type PartTerms } from '#lib/finance/schedule.ts';

const day = (text: string): Day => parseDay(text) as Day;
const terms: PartTerms = {
  paymentsLeft: 36,
  nextPaymentDate: day('2026-12-22'),
  outstandingPayments: null,
  principalRemaining: 1000,
  interest: 0.18,
};

describe('annuity', () => {
  // As printed in tables of loan payments: 1,000 over 36 months at 18 % is 36.15 a month; 100,000 over 360 at 6 % is 599.55.
  it.each([
    [1000, 0.18 / 12, 36, 36.15],
    [100_000, 0.06 / 12, 360, 599.55],
    [1200, 0, 12, 100],
  ])('pays %d back at %d a period in %d periods with %d', (principal, rate, count, payment) => {
    expect(annuity(principal, rate, count)).toBeCloseTo(payment, 2);
  });

  it('leaves nothing open after the last payment', () => {
    const rate = fc.double({ min: 0, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), rate, (count, perPeriod) => {
        const payment = annuity(1000, perPeriod, count);
        let open = 1000;
        for (let i = 0; i < count; i++) open = open * (1 + perPeriod) - payment;
        expect(Math.abs(open)).toBeLessThan(1e-7 * (1 + perPeriod) ** count + 1e-7);
      }),
    );
  });
});

describe('projectSchedule', () => {
  it('spreads the known sum evenly over the months', () => {
    const schedule = projectSchedule({ ...terms, paymentsLeft: 3, outstandingPayments: 30 });
    expect(schedule?.payment).toBe(10);
    expect(Array.from(schedule?.days ?? [], (one) => formatDay(one as Day))).toEqual([
      '2026-12-22',
      '2027-01-22',
      '2027-02-22',
    ]);
  });

  it('projects the annuity where the sum is not known', () => {
    expect(projectSchedule(terms)?.payment).toBeCloseTo(36.15, 2);
  });

  it.each([
    { paymentsLeft: 0 },
    { paymentsLeft: 2.5 },
    { paymentsLeft: -1 },
    { paymentsLeft: 601 },
    { paymentsLeft: Number.NaN },
    { nextPaymentDate: Number.NaN as Day },
    { nextPaymentDate: 1e300 as Day },
    { principalRemaining: null },
    { principalRemaining: 0 },
    { interest: null },
    { interest: -0.1 },
    { outstandingPayments: 0 },
    { outstandingPayments: -5 },
    { outstandingPayments: Infinity },
  ])('projects nothing from %j', (change) => {
    expect(projectSchedule({ ...terms, ...change })).toBeUndefined();
  });
});

describe('addMonthsTo', () => {
  const anyDay = fc.integer({ min: -25_000, max: 84_000 });

  it('keeps the day of the month, or takes the last one', () => {
    const days = addMonthsTo(day('2027-12-31'), 0, 4);
    expect(Array.from(days, (one) => formatDay(one as Day))).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });

  it('agrees with the platform’s calendar', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        const days = addMonthsTo(start as Day, 0, 14);
        expect(Array.from(days)).toEqual(Array.from(days, (_, i) => addMonths(start as Day, i)));
      }),
      { numRuns: 500 },
    );
  });

  it('splits a day into its month and day of the month', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { month, dayOfMonth } = splitDay(one as Day);
        const [year = 0, monthOfYear = 0, ofMonth = 0] = formatDay(one as Day)
          .split('-')
          .map(Number);
        expect({ month, dayOfMonth }).toEqual({ month: year * 12 + monthOfYear - 1, dayOfMonth: ofMonth });
      }),
      { numRuns: 500 },
    );
  });
});
