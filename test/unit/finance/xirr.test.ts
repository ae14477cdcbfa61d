import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, parseDay, type Day } from '#lib/base/day.ts';
import type { CashFlow } from '#lib/finance/cash-flow.ts';
import { xirr } from '#lib/finance/xirr.ts';

const day = (text: string): Day => parseDay(text) as Day;
const flow = (text: string, amount: number): CashFlow => ({ day: day(text), amount });
const monthly = (first: string, count: number, amount: number): CashFlow[] =>
  Array.from({ length: count }, (_, i) => ({ day: addMonths(day(first), i), amount }));

/** Σ amount / (1 + rate)^(days / 365), straight from the definition. */
function presentValue(flows: readonly CashFlow[], rate: number): number {
  const first = Math.min(...flows.map((one) => one.day));
  return flows.reduce((sum, one) => sum + one.amount / (1 + rate) ** ((one.day - first) / 365), 0);
}

// The first two are the published examples of Excel's help (0.373362535) and of OpenOffice's (0.124). All values were worked out
// by another program in another way: Python's decimal module with 60 digits, halving an interval 250 times on the definition,
// days and month ends by its own calendar.
const table: [name: string, flows: CashFlow[], rate: number][] = [
  [
    "the example of Excel's help",
    [
      flow('2008-01-01', -10_000),
      flow('2008-03-01', 2750),
      flow('2008-10-30', 4250),
      flow('2009-02-15', 3250),
      flow('2009-04-01', 2750),
    ],
    0.37336253351883153,
  ],
  [
    "the example of OpenOffice's help",
    [flow('2008-02-05', -2750), flow('2008-07-05', 1000), flow('2009-01-05', 2000)],
    0.12363109590433663,
  ],
  [
    'sixty monthly payments',
    [flow('2026-11-22', -100), ...monthly('2026-12-15', 60, 2.9)],
    0.27611861816052763,
  ],
  [
    'payments at the ends of months',
    [flow('2026-11-22', -100), ...monthly('2027-01-31', 12, 9.5)],
    0.22805784550867453,
  ],
  [
    'less back than was paid',
    [flow('2026-11-22', -100), ...monthly('2026-12-01', 36, 1.5)],
    -0.3155924750763985,
  ],
  [
    'ninety percent off, repaid in a month',
    [flow('2026-11-22', -10), flow('2026-12-22', 100)],
    1467799267621.0696,
  ],
  [
    'fractions of a cent',
    [flow('2026-11-22', -0.0067920792), flow('2027-02-22', 0.0071)],
    0.19232466746042093,
  ],
  [
    'a loan taken instead of given',
    [flow('2020-01-01', 1000), flow('2021-01-01', -1100)],
    0.09971358593414124,
  ],
  [
    'money in and out by turns with one answer',
    [flow('2020-01-01', -1000), flow('2020-07-01', 600), flow('2021-01-01', -300), flow('2022-01-01', 900)],
    0.13296215177810938,
  ],
];

describe('xirr', () => {
  it.each(table)('agrees with the table: %s', (_, flows, rate) => {
    const result = xirr(flows);
    expect(result).toHaveProperty('rate');
    if ('rate' in result) expect(Math.abs(result.rate / rate - 1)).toBeLessThan(1e-10);
  });

  it('does not care in which order the flows come', () => {
    const [, flows] = table[0] as (typeof table)[number];
    expect(xirr(flows.toReversed())).toEqual(xirr(flows));
  });

  it('adds up what happens on one day', () => {
    const split = [
      flow('2020-01-01', -600),
      flow('2020-01-01', -400),
      flow('2021-01-01', 1100),
      flow('2020-06-01', 0),
    ];
    expect(xirr(split)).toEqual(xirr([flow('2020-01-01', -1000), flow('2021-01-01', 1100)]));
  });

  it.each([
    ['too-few', []],
    ['too-few', [flow('2020-01-01', 0)]],
    ['nothing-back', [flow('2020-01-01', -5)]],
    ['nothing-invested', [flow('2020-01-01', 5)]],
    ['nothing-back', [flow('2020-01-01', -5), flow('2020-02-01', -5)]],
    ['nothing-back', [flow('2020-01-01', -5), flow('2020-02-01', 0)]],
    ['nothing-invested', [flow('2020-01-01', 5), flow('2020-02-01', 5)]],
    ['one-day', [flow('2020-01-01', -5), flow('2020-01-01', 6)]],
    ['one-day', [flow('2020-01-01', -5), flow('2020-01-01', 5)]],
    ['not-finite', [flow('2020-01-01', -5), flow('2020-02-01', Number.NaN)]],
    ['not-finite', [flow('2020-01-01', -5), flow('2020-02-01', Infinity)]],
    // A tenfold return in a day is a rate with 365 zeros.
    ['out-of-range', [flow('2020-01-01', -5), flow('2020-01-02', 50)]],
    ['out-of-range', [flow('2020-01-01', -1e9), flow('2020-02-01', 1e-9)]],
    // 1000 out, 2500 in, 1540 out: zero at 10.107 % and at 39.398 % (same program as the table).
    ['several-rates', [flow('2020-01-01', -1000), flow('2021-01-01', 2500), flow('2022-01-01', -1540)]],
    ['no-rate', [flow('2020-01-01', -1000), flow('2021-01-01', 1500), flow('2022-01-01', -1000)]],
  ])('gives the reason %s for %j', (reason, flows) => {
    expect(xirr(flows)).toEqual({ reason });
  });

  const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  const later = fc.record({ day: fc.integer({ min: 20_001, max: 24_000 }), amount });

  it('makes the present value zero', () => {
    fc.assert(
      fc.property(amount, fc.array(later, { minLength: 1, maxLength: 80 }), (paid, receipts) => {
        const flows = [{ day: 20_000, amount: -paid }, ...receipts] as CashFlow[];
        const result = xirr(flows);
        if ('reason' in result) {
          expect(result.reason).toBe('out-of-range');
          return;
        }
        expect(result.rate).toBeGreaterThan(-1);
        // Against the size of what is added, which a rate near −100 % makes huge.
        const size = flows.reduce(
          (sum, one) => sum + Math.abs(one.amount) / (1 + result.rate) ** ((one.day - 20_000) / 365),
          0,
        );
        // Near −100 % the last digit of the rate already moves the sum.
        const years = Math.max(...flows.map((one) => one.day - 20_000)) / 365;
        const lastDigit = (years * Number.EPSILON) / (1 + result.rate);
        expect(Math.abs(presentValue(flows, result.rate)) / size).toBeLessThan(1e-10 + 10 * lastDigit);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the rate that the flows were made with', () => {
    const rate = fc.double({ min: -0.9, max: 5, noNaN: true });
    fc.assert(
      fc.property(rate, fc.array(later, { minLength: 1, maxLength: 60 }), (wanted, receipts) => {
        const paid = receipts.reduce(
          (sum, one) => sum + one.amount / (1 + wanted) ** ((one.day - 20_000) / 365),
          0,
        );
        const result = xirr([{ day: 20_000, amount: -paid }, ...receipts] as CashFlow[]);
        expect(result).toHaveProperty('rate');
        if ('rate' in result)
          expect(Math.abs(result.rate - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the currency', () => {
    fc.assert(
      fc.property(amount, fc.array(later, { minLength: 1, maxLength: 20 }), (paid, receipts) => {
        const flows = [{ day: 20_000, amount: -paid }, ...receipts] as CashFlow[];
        const scaled = flows.map((one) => ({ ...one, amount: one.amount * 1024 }));
        const [a, b] = [xirr(flows), xirr(scaled)];
        if ('rate' in a && 'rate' in b)
          expect(Math.abs(b.rate - a.rate)).toBeLessThan(1e-9 * (1 + Math.abs(a.rate)));
        else expect(b).toEqual(a);
      }),
    );
  });

  it('gives a rate or a reason for any flows, and never a number that is none', () => {
    const any = fc.record({
      day: fc.integer({ min: 0, max: 40_000 }),
      amount: fc.double({ noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (flows) => {
        const result = xirr(flows as CashFlow[]);
        if ('rate' in result) expect(result.rate).toSatisfy(Number.isFinite);
        else expect(result.reason).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
});
