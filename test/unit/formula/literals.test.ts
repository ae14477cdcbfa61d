import { describe, expect, it } from 'vitest';
import { dayInTallinn, daysInTallinn, type Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import { explainRow } from '#lib/formula/explain.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { filterRows } from '#lib/views/filter.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

const today = 20_779 as Day;

function judge(formula: string, record: LoanRecord): string {
  const result = filterRows(formula, [record], today);
  return 'errors' in result ? (result.errors[0]?.message ?? '') : (result.matches[0] ?? '');
}

describe('lengths of time', () => {
  it.each<[string, LoanRecord, string]>([
    ['days late > 2 weeks', { daysLate: 15 }, 'yes'],
    ['days late > 2 weeks', { daysLate: 14 }, 'no'],
    ['loan duration <= 5 years', { loanDuration: 60 }, 'yes'],
    ['2 years < months on book', { monthsOnBook: 25 }, 'yes'],
    ['age < 30 years', { age: 29 }, 'yes'],
    ['age < 30', { age: 30 }, 'no'],
    ['payments left <= 12 payments', { paymentsLeft: 12 }, 'yes'],
    ['issued on + 1 year <= today', { signedDate: 20_779 - 365 }, 'yes'],
    ['issued on + 1 year <= today', { signedDate: 20_779 - 364 }, 'no'],
    ['next payment date - 1 month < today', { nextPaymentDate: 20_800 }, 'yes'],
  ])('%s for %j: %s', (formula, record, verdict) => {
    expect(judge(formula, record)).toBe(verdict);
  });

  it('of different kinds are not mixed where no number of days is exact', () => {
    expect(judge('days late > 1 month', { daysLate: 40 })).toBe(
      '“days late” is a number of days, but “1 month” is a number of months.',
    );
    expect(judge('payments left > 6 months', {})).toMatch(/is a number of payments, but/);
  });
});

describe('moments', () => {
  // 22:30 in London is half past midnight in Tallinn, and the next day there.
  const bought = Date.UTC(2024, 0, 14, 22, 30);

  it('count as the days on which they are in Tallinn', () => {
    expect(judge('purchased = 2024-01-15', { purchaseDate: bought })).toBe('yes');
    expect(judge('purchased >= today - 3 years and year(purchased) = 2024', { purchaseDate: bought })).toBe(
      'yes',
    );
    expect(judge('sold is unknown', { soldDate: null })).toBe('yes');
  });

  it('are explained as days', () => {
    const checked = checkFilter('purchased < 2024-01-15');
    if ('errors' in checked) throw new Error(checked.errors[0]?.message);
    const clause = explainRow(checked.ok, { purchaseDate: bought }, today);
    expect(clause).toMatchObject({
      verdict: 'no',
      values: [{ type: { kind: 'day' }, value: dayInTallinn(bought) }],
    });
  });

  it('become days one by one and all at once alike, over changes of the clock too', () => {
    const instants = Float64Array.from({ length: 4000 }, (_, i) => Date.UTC(2026, 2, 1) + i * 7_777_777);
    expect([...daysInTallinn(instants)]).toEqual([...instants].map((instant) => dayInTallinn(instant)));
    expect([...daysInTallinn(Float64Array.of(Number.NaN))]).toEqual([Number.NaN]);
  });
});

describe('labels of codes', () => {
  it.each([
    'use of loan = education',
    'education level = higher',
    'marital status is not single',
    'housing in [owner, "tenant, furnished"]',
    'collection step = call made',
    'bid type = Portfolio Manager',
    'debt stage = overdue or loan status = overdue',
  ])('are words of their field: %s', (formula) => {
    expect(checkFormula(formula)).toHaveProperty('ok');
  });

  it('of another field are not known', () => {
    expect(judge('gender = higher', {})).toMatch(/“Higher” is not known here/);
  });
});
