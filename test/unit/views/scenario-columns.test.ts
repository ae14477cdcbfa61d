import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '#lib/base/day.ts';
import { defaultAssumptions, describeScenario, type Assumptions } from '#lib/finance/assumptions.ts';
import { baseScenario, cautiousScenario } from '#lib/finance/scenario.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { createColumns } from '#lib/views/columns/registry.ts';
import { deriveFields, withDerivedFields } from '#lib/views/derive.ts';
import { scenarioFieldIds } from '#lib/views/scenario-fields.ts';

const today = parseDay('2026-11-22') as Day;
const onTime = {
  rating: 'C',
  price: 95,
  principalRemaining: 100,
  interest: 0.2,
  paymentsLeft: 36,
  nextPaymentDate: parseDay('2026-12-10') as Day,
  daysLate: 0,
} satisfies LoanRecord;

function show(record: LoanRecord, assumptions: Assumptions = defaultAssumptions): [unknown[], string[]] {
  const view = { columns: scenarioFieldIds.map((id) => ({ id, width: null })), formulaColumns: [] };
  const columns: AddedColumn[] = createColumns(view, today, undefined, assumptions);
  const whole = withDerivedFields(record, today, assumptions);
  return [
    columns.map((column) => column.value(whole)),
    columns.map((column) => column.explain?.(whole, today) ?? ''),
  ];
}

describe('the columns that rest on assumptions', () => {
  it('show what the finance works out', () => {
    const [[base, cautious, mine, breakEven]] = show(onTime);
    // The table of test/unit/finance/scenario.test.ts, worked out by another program.
    expect(base).toBeCloseTo(0.1385115294165264, 10);
    expect(cautious).toBeCloseTo(0.029534613817585032, 10);
    expect(mine).toBe(base);
    expect(breakEven).toBeLessThan(-0.05);
    const [[, , , again]] = show(onTime, { ...defaultAssumptions, wantedYield: base as number });
    expect(again).toBeCloseTo(-0.05, 10);
  });

  it('take the user’s own scenario', () => {
    const nothing = { ...baseScenario, name: 'mine', defaults: {}, defaultsElse: 0, delayDays: 0 };
    const assumptions = { ...defaultAssumptions, mine: nothing };
    const [[base, , mine]] = show(onTime, assumptions);
    expect(mine).toBeCloseTo(deriveFields(onTime, today).yieldToMaturity as number, 10);
    expect(mine).not.toBeCloseTo(base as number, 2);
  });

  it('say in every row what was assumed for its rating and lateness', () => {
    expect(show(onTime)[1][0]).toBe(
      'Assumed: 15% of C loans default in a year; 40% of the open principal comes back in 36 months after a default; payments come 5 days late.',
    );
    expect(show({ ...onTime, rating: 'HR', daysLate: 12 })[1][1]).toBe(
      'Assumed: 100% of HR loans 12 days late default in a year; 20% of the open principal comes back in 60 months after a default; payments come 15 days late.',
    );
    expect(show({ ...onTime, rating: null })[1][0]).toMatch(/^Assumed: 26.3% of loans without a rating/);
  });

  it('count a loan that is long late as defaulted, also when no payment is planned any more', () => {
    const [[base], [said]] = show({ rating: 'C', price: 20, principalRemaining: 100, daysLate: 61 });
    expect(base).toBeCloseTo(0.6693121168249827, 10);
    expect(said).toMatch(/^Assumed: more than 60 days late counts as defaulted; 40%/);
  });

  it.each<[string, LoanRecord, string]>([
    ['nothing is known', {}, 'The payments to come do not follow from what is known.'],
    ['the price is missing', { ...onTime, price: null }, 'The price is not known.'],
    ['the price is zero', { ...onTime, price: 0 }, 'The price is not known.'],
    [
      'the principal is written off',
      { ...onTime, principalRemaining: 0 },
      'The payments to come do not follow',
    ],
    ['no payment is left', { ...onTime, paymentsLeft: 0 }, 'The payments to come do not follow'],
    [
      'the next payment day is past',
      { ...onTime, nextPaymentDate: (today - 40) as Day },
      'The next payment was due',
    ],
  ])('say why there is no yield when %s', (_, record, reason) => {
    const [values, said] = show(record);
    expect(values.slice(0, 3)).toEqual([null, null, null]);
    expect(said[0]).toContain(reason);
  });

  it('know a break-even discount without a price', () => {
    const [[, , , breakEven], [, , , said]] = show({ ...onTime, price: null });
    expect(breakEven).toBe(show(onTime)[0][3]);
    expect(said).toMatch(/^Assumed: 15% of C loans/);
  });

  it('give nothing back where nothing comes back', () => {
    const lost = { ...defaultAssumptions.mine, recovery: 0 };
    const [[, , mine, breakEven], [, , said]] = show(
      { ...onTime, daysLate: 90 },
      { ...defaultAssumptions, mine: lost },
    );
    expect([mine, breakEven]).toEqual([null, -1]);
    expect(said).toBe('Nothing comes back: all of it is lost.');
  });

  it('give a large but finite yield for a 90 % discount that is repaid in a month', () => {
    const once = { ...onTime, price: 10, paymentsLeft: 1, outstandingPayments: 101 };
    const [values] = show({ ...once, nextPaymentDate: parseDay('2026-12-22') as Day });
    for (const value of values.slice(0, 3)) expect(value).toSatisfy(Number.isFinite);
    expect(values[0]).toBeGreaterThan(100);
    const soon = show({ ...once, nextPaymentDate: (today + 1) as Day, price: 0.01 });
    expect([soon[0][0], soon[1][0]]).toEqual([null, 'The yearly return is beyond all bounds.']);
  });

  it('say all assumptions in their headers, and keep the user’s own from the page', () => {
    const view = { columns: scenarioFieldIds.map((id) => ({ id, width: null })), formulaColumns: [] };
    const columns = createColumns(view, today);
    expect(columns.map(({ isPrivate = false }) => isPrivate)).toEqual([false, false, true, true]);
    expect(columns[1]?.hint).toContain(describeScenario(cautiousScenario));
    expect(columns[3]?.hint).toContain('yields 15% a year');
  });

  it('are worked out when they are read, once', () => {
    const record = withDerivedFields(onTime, today);
    expect(Object.getOwnPropertyDescriptor(record, 'yieldBase')).toHaveProperty('get');
    expect(structuredClone(record).yieldBase).toBe(record.yieldBase);
    expect({ ...record }.yieldMine).toBe(record.yieldMine);
  });
});
