import { describe, expect, it } from 'vitest';
import { explainMatch } from '#components/overlay/explain-match.ts';
import { createDay, type Day } from '#lib/base/day.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

const today = createDay(2026, 11, 22) as Day;
const row: LoanRecord = { discount: -0.2, rating: 'D', price: 4, xirr: null };

function explain(formula: string): unknown {
  const strip = (verdict: ReturnType<typeof explainMatch>): unknown =>
    verdict && [verdict.text, verdict.match, verdict.decides, ...verdict.parts.map(strip)];
  return strip(explainMatch(formula, row, today));
}

describe('explaining a verdict', () => {
  it('names the clauses that made it no', () => {
    expect(explain('discount < -10% and rating in [A, B]')).toEqual([
      'discount < -10% and rating in [A, B]',
      'no',
      true,
      ['discount < -10%', 'yes', false],
      ['rating in [A, B]', 'no', true],
    ]);
  });

  it('names the clauses that left it unknown', () => {
    expect(explain('discount < -10% and xirr > 5%')).toMatchObject([
      expect.anything(),
      'unknown',
      true,
      ['discount < -10%', 'yes', false],
      ['xirr > 5%', 'unknown', true],
    ]);
  });

  it('needs every clause for a yes of “and”, and for a no of “or”', () => {
    expect(explain('price < 5 and rating = D')).toMatchObject([
      expect.anything(),
      'yes',
      true,
      ['price < 5', 'yes', true],
      ['rating = D', 'yes', true],
    ]);
    expect(explain('price > 5 or rating = A')).toMatchObject([
      expect.anything(),
      'no',
      true,
      ['price > 5', 'no', true],
      ['rating = A', 'no', true],
    ]);
  });

  it('goes into brackets', () => {
    expect(explain('price < 5 and (rating = A or discount < 0%)')).toMatchObject([
      expect.anything(),
      'yes',
      true,
      ['price < 5', 'yes', true],
      [
        expect.stringContaining('rating = A or discount < 0%'),
        'yes',
        true,
        ['rating = A', 'no', false],
        ['discount < 0%', 'yes', true],
      ],
    ]);
  });

  it('says which fields a clause reads', () => {
    expect(explainMatch('price / principal remaining < 0.9', row, today)?.fields).toEqual([
      'price',
      'principalRemaining',
    ]);
  });

  it('is nothing for a faulty filter', () => {
    expect(explainMatch('discount <', row, today)).toBeUndefined();
  });
});
