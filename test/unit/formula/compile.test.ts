import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchSize } from '#lib/formula/batch.ts';
import { checkFormula } from '#lib/formula/check.ts';
import type { CheckedFormula } from '#lib/formula/checked.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import { printFormula } from '#lib/formula/print.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { ratings } from '#lib/loan/rating.ts';
import { randomFormulas, randomKinds, randomRecord, randomToday } from './random-formula.ts';
import { evaluate, type Value } from './reference-evaluator.ts';

function check(text: string): CheckedFormula {
  const result = checkFormula(text);
  if ('errors' in result) throw new Error(`${text}: ${JSON.stringify(result.errors)}`);
  return result.ok;
}

/** What the loops make of the records, in the reference's terms: unknown is null. */
function run(formula: CheckedFormula, records: readonly LoanRecord[]): Value[] {
  const compiled = compileFormula(formula);
  const source = createRowColumns(records, randomToday);
  switch (compiled.result) {
    case 'truth':
      return Array.from(compiled.run(source), (verdict) => (verdict === 2 ? null : verdict === 1));
    case 'numbers':
      return Array.from(compiled.run(source), (value) => (Number.isNaN(value) ? null : value));
    case 'words':
      return compiled.run(source);
  }
}

function expectSame(formula: CheckedFormula, records: readonly LoanRecord[]): void {
  const results = run(formula, records);
  for (const [row, record] of records.entries()) {
    const wanted = evaluate(formula.root, record, randomToday);
    const expected =
      formula.root.type.kind === 'rating' && typeof wanted === 'number' ? ratings[wanted] : wanted;
    const result = results[row];
    const message = `${formula.text} for ${JSON.stringify(record)}`;
    if (typeof expected === 'number' && typeof result === 'number') {
      expect(Math.abs(result - expected), message).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
    } else {
      expect(result, message).toEqual(expected);
    }
  }
}

describe('compiled formulas', () => {
  it.each(randomKinds)('say the same as the plain evaluator, row by row: %s', (kind) => {
    fc.assert(
      fc.property(
        randomFormulas[kind],
        fc.array(randomRecord, { minLength: 1, maxLength: 40 }),
        (expression, records) => {
          expectSame(check(printFormula(expression)), records);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('say the same over many batches, where few rows stay open', () => {
    const [some] = fc.sample(fc.array(randomRecord, { minLength: 300, maxLength: 300 }), {
      numRuns: 1,
      seed: 7,
    });
    const records = Array.from({ length: batchSize * 2 + 5 }, (_, row) => some?.[(row * 7) % 300] ?? {});
    const formulas = [
      'discount < -90% and rating = A and (price > 5 or note contains "a" and interest < 20%)',
      'discount > -90% or rating != A or (price > 5 and (note contains "a" or interest < 20%) and days late = 0)',
      'price < 0 and principal remaining < 0 and discount < 0 and interest > 50% and country = EE',
      'not (price < 0 and (rating in [A, B] or tags contains watch) and next payment date > today - 3 months)',
    ];
    for (const formula of formulas) expectSame(check(formula), records);
  });

  it('run over no rows at all', () => {
    expect(run(check('price > 1 and rating = A'), [])).toEqual([]);
    expect(run(check('today - 30 days'), [])).toEqual([]);
  });

  it.each([
    ['price / 0', null],
    ['(price - price) / (price - price)', null],
    ['1e300 * price * 1e300', null],
    ['-price', -5],
    ['round(price / 3, 2)', 1.67],
    ['round(12.345%, 1)', 0.123],
    ['round(29%)', 0.29],
    ['floor(29%)', 0.29],
    ['ceil(28.1%)', 0.29],
    ['round(-2.5)', -3],
    ['round(2.675, 2)', 2.68],
    ['year(2026-11-22)', 2026],
    ['month(today)', 11],
    ['2026-01-31 + 1 month', 20_512],
    ['2026-01-31 - 2 years', 19_753],
    ['today - 2026-11-21', 1],
    ['length("four")', 4],
    ['length(tags)', 2],
    ['if(price > 4, "dear", "cheap")', 'dear'],
    ['coalesce(rating, HR)', 'HR'],
    ['coalesce(note, "none")', 'none'],
    ['min(price, 3, 7)', 3],
    ['rating', null],
    ['50% * price', 2.5],
    ['1 + interest', 1.25],
  ])('works out %s', (formula, result) => {
    const record: LoanRecord = { price: 5, interest: 0.25, tags: ['a', 'b'] };
    expect(run(check(formula), [record])).toEqual([result]);
  });

  it('read nothing into a field whose value is of another kind', () => {
    const record = { price: '5', rating: 3, note: 7, tags: 'a', auctionNumber: 12 } as LoanRecord;
    expect(
      run(check('price is unknown and rating is unknown and note is unknown and tags is unknown'), [record]),
    ).toEqual([true]);
    expect(run(check('loan number = 12'), [record])).toEqual([true]);
  });
});
