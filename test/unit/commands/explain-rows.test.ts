import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { withDerivedFields } from '#lib/views/derive.ts';
import { explainRows } from '#test/commands/explain-rows.ts';

const today = 20_779 as Day;
const records = [
  { auctionNumber: 1, rating: 'A', discount: -0.2, loanStatusCode: 2, debtOccurredOnForSecondary: null },
  { auctionNumber: 2, rating: 'HR', discount: -0.3 },
  { auctionNumber: 3, rating: 'A' },
].map((record) => withDerivedFields(record, today));

describe('explaining a formula on the command line', () => {
  it('counts, and says of rows which clauses decided with which values', () => {
    expect(explainRows('discount < -10% and rating in [A, B]', records, today, 1)).toEqual({
      text: [
        'Of 3 listings on 2026-11-22 1 match, 1 do not match, 1 are unknown.',
        '',
        'Loan 1 A: yes',
        '  * yes      all of:',
        '    * yes      discount < -10%   (discount is −20.0%)',
        '    * yes      rating in [A, B]   (rating is A)',
        '',
        'Loan 2 HR: no',
        '  * no       all of:',
        '      yes      discount < -10%   (discount is −30.0%)',
        '    * no       rating in [A, B]   (rating is HR)',
        '',
        'Loan 3 A: unknown',
        '  * unknown  all of:',
        '    * unknown  discount < -10%   (discount is unknown)',
        '      yes      rating in [A, B]   (rating is A)',
      ].join('\n'),
    });
  });

  it('writes codes and days as words', () => {
    const said = explainRows('loan status = Current and days late < 3 days', records, today, 1);
    expect('text' in said && said.text).toContain('(loan status is Current)');
    expect('text' in said && said.text).toContain('(days late is 0 days)');
  });

  it('gives the values of a formula that is no condition', () => {
    const said = explainRows('discount * 2', records, today, 2);
    expect('text' in said && said.text).toBe(
      'The formula gives a percentage; it is known of 2 of 3 listings on 2026-11-22.\n\n  Loan 1 A  −40.0%\n  Loan 2 HR  −60.0%',
    );
  });

  it('shows where a fault lies, and what could stand there', () => {
    expect(explainRows('price > 3 and discuont < -10%', records, today, 1)).toEqual({
      faults: [
        'price > 3 and discuont < -10%',
        `${' '.repeat(14)}${'^'.repeat(8)}`,
        '“discuont” is not known here. Did you mean “discount”? (characters 15 to 22)',
        'Try: price > 3 and discount < -10%',
      ].join('\n'),
    });
  });
});
