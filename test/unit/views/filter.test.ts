import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { filterRows } from '#lib/views/filter.ts';

const today = 20_779 as Day;
const records = [
  { discount: -0.15, rating: 'B' },
  { discount: 0.05, rating: 'B' },
  { rating: 'B' },
  { discount: -0.15 },
];

describe('filterRows', () => {
  it('matches every row when the formula is empty', () => {
    expect(filterRows('  ', records, today)).toEqual({
      matches: ['yes', 'yes', 'yes', 'yes'],
      counts: { yes: 4, no: 0, unknown: 0 },
    });
  });

  it('tells yes, no and unknown apart and counts them', () => {
    expect(filterRows('discount < -10% and rating in [A, B, C]', records, today)).toEqual({
      matches: ['yes', 'no', 'unknown', 'unknown'],
      counts: { yes: 1, no: 1, unknown: 2 },
    });
  });

  it('settles a row by what is known where that is enough', () => {
    expect(filterRows('discount < -10% or rating = A', records, today)).toMatchObject({
      matches: ['yes', 'no', 'unknown', 'yes'],
    });
  });

  it('gives errors with positions, and no verdict, for a formula with a fault', () => {
    expect(filterRows('discont < -10%', records, today)).toEqual({
      errors: [
        {
          message: '“discont” is not known here. Did you mean “discount”?',
          start: 0,
          end: 7,
          suggestion: 'discount',
        },
      ],
    });
  });

  it('refuses a formula that is not a condition', () => {
    expect(filterRows('discount', records, today)).toEqual({
      errors: [{ message: 'A filter says yes or no, but this is a percentage.', start: 0, end: 8 }],
    });
  });
});
