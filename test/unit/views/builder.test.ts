import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { createNames } from '#lib/formula/names.ts';
import { parseFormula } from '#lib/formula/parse.ts';
import { printFormula } from '#lib/formula/print.ts';
import { fieldIds } from '#lib/loan/fields.ts';
import { randomFormulas, randomRecord, randomToday } from '#test/unit/formula/random-formula.ts';
import { createRow, listComparisons, listTestValues, withComparison } from '#lib/views/builder-choices.ts';
import type { BuilderModel } from '#lib/views/builder-model.ts';
import { filterRows, type Match } from '#lib/views/filter.ts';
import { shippedViews } from '#lib/views/shipped-views.ts';
import { toBuilder } from '#lib/views/to-builder.ts';
import { toFormula } from '#lib/views/to-formula.ts';
import { randomBuilder } from './random-builder.ts';

const judge = (formula: string, records: Parameters<typeof filterRows>[1]): Match[] => {
  const result = filterRows(formula, records, randomToday);
  return 'matches' in result ? result.matches : [];
};

const percent = (number: number) => ({ value: 'number', number, unit: '%' }) as const;
const word = (text: string) => ({ value: 'word', word: text }) as const;

describe('the builder', () => {
  it.each<[string, BuilderModel]>([
    [
      'discount < -10% and rating in [A, B, C]',
      {
        group: 'all',
        parts: [
          { field: 'discount', test: { compare: '<', value: percent(-10) } },
          { field: 'rating', test: { compare: 'in', values: [word('A'), word('B'), word('C')] } },
        ],
      },
    ],
    [
      'not (days late > 0 or note contains "late") or rating is unknown',
      {
        group: 'any',
        parts: [
          {
            group: 'none',
            parts: [
              {
                field: 'daysLate',
                test: { compare: '>', value: { value: 'number', number: 0, unit: null } },
              },
              { field: 'note', test: { compare: 'contains', value: word('late') } },
            ],
          },
          { field: 'rating', test: { compare: 'unknown' } },
        ],
      },
    ],
    [
      'price not between 5 € and 10 €',
      {
        group: 'all',
        parts: [
          {
            field: 'price',
            test: {
              compare: 'not between',
              low: { value: 'number', number: 5, unit: '€' },
              high: { value: 'number', number: 10, unit: '€' },
            },
          },
        ],
      },
    ],
    [
      'not next payment date <= today + 2 weeks',
      {
        group: 'none',
        parts: [
          {
            field: 'nextPaymentDate',
            test: { compare: '<=', value: { value: 'today', plus: 2, unit: 'weeks' } },
          },
        ],
      },
    ],
    ['', { group: 'all', parts: [] }],
  ])('shows %s, and says the same again', (formula, model) => {
    expect(toBuilder(formula)).toEqual(model);
    expect(toFormula(model)).toBe(formula);
  });

  it.each([
    ['-10% > discount', 'discount < -10%'],
    ['RATING is b', 'rating = B'],
    ['loan status = 4', 'loan status = Repaid'],
    ['country in ["ee", fi]', 'country in [EE, FI]'],
    ['borrower = BO1', 'borrower = "BO1"'],
    ['loan number = 123456', 'loan number = "123456"'],
    ['tags contains watch', 'tags contains "watch"'],
    ['price < 5 and (price > 2 and discount = -0%)', 'price < 5 and (price > 2 and discount = 0%)'],
    ['next payment date < today - 0 days', 'next payment date < today'],
  ])('writes %s as %s', (formula, plain) => {
    expect(toFormula(toBuilder(formula) as BuilderModel)).toBe(plain);
  });

  it.each([
    ['price < principal remaining', '“principal remaining” is no fixed value.'],
    ['price / fee < 3', '“price / fee” is no field: the builder compares fields with fixed values.'],
    ['rating = A and if(price > 3, yes, no)', '“if(price > 3, yes, no)” is no field'],
    ['next payment date > today + 1 day + 1 day', '“today + 1 day + 1 day” is no fixed value.'],
    ['(price > 3) is known', '“(price > 3)” is no field'],
    ['yes', '“yes” is no field'],
    ['mine', '“mine” is a column of your own: the builder knows fields only.'],
    ['not mine', '“mine” is a column of your own'],
    ['prize < 3', 'The formula has a fault: “prize” is not known here. Did you mean “price”?'],
    ['price', 'The formula has a fault: A filter says yes or no, but this is an amount in euros.'],
  ])('does not show %s, and says why', (formula, reason) => {
    const names = createNames(new Map([['mine', 'price > 3']]));
    expect(toBuilder(formula, names)).toEqual({ cannot: expect.stringContaining(reason) as string });
  });

  it('shows every filter of the shipped views', () => {
    for (const { filters } of shippedViews)
      for (const { formula } of filters)
        expect(toFormula(toBuilder(formula) as BuilderModel).toLowerCase()).toBe(formula.toLowerCase());
  });

  it('leaves out groups without parts, and groups of one', () => {
    const row = createRow('price', 0 as Day);
    const empty = { group: 'any', parts: [] } as const;
    expect(toFormula({ group: 'all', parts: [empty, { group: 'any', parts: [row, empty] }] })).toBe(
      toFormula({ group: 'all', parts: [row] }),
    );
    expect(toFormula({ group: 'none', parts: [empty] })).toBe('');
  });

  it('gives the same model back from its formula', () => {
    fc.assert(
      fc.property(randomBuilder, (model) => {
        const formula = toFormula(model);
        fc.pre(formula.length <= 2000);
        expect(toBuilder(formula)).toEqual(model);
      }),
      { numRuns: 300 },
    );
  });

  it('says of every row what any formula says that it can show', () => {
    const told = { shown: 0, refused: 0 };
    fc.assert(
      fc.property(randomFormulas.truth, fc.array(randomRecord, { maxLength: 6 }), (expression, records) => {
        const formula = printFormula(expression);
        fc.pre(formula.length <= 2000);
        const model = toBuilder(formula);
        if ('cannot' in model) {
          told.refused++;
          expect(model.cannot).toMatch(/.\.$/s);
          return;
        }
        told.shown++;
        const again = toFormula(model);
        expect(judge(again, records)).toEqual(judge(formula, records));
        expect(toBuilder(again)).toEqual(model);
        const parsed = parseFormula(again);
        expect('expression' in parsed && printFormula(parsed.expression)).toBe(again);
      }),
      { numRuns: 600 },
    );
    expect(told.shown).toBeGreaterThan(50);
    expect(told.refused).toBeGreaterThan(50);
  });
});

describe('a row of the builder', () => {
  it.each(fieldIds)('about %s begins with something right, whatever is compared', (field) => {
    const first = createRow(field, randomToday);
    let row = first;
    for (const compare of [...listComparisons(field), ...listComparisons(field).toReversed()]) {
      row = withComparison(row, compare, randomToday);
      const formula = toFormula({ group: 'all', parts: [row] });
      expect(checkFilter(formula)).toHaveProperty('ok');
      expect(toBuilder(formula)).toEqual({ group: 'all', parts: [row] });
    }
    expect(listComparisons(field)).toContain(first.test.compare);
  });

  it('keeps its values when another comparison has a place for them', () => {
    const row = {
      field: 'discount',
      test: { compare: 'between', low: percent(-20), high: percent(-5) },
    } as const;
    const list = withComparison(row, 'in', randomToday);
    expect(listTestValues(list.test)).toEqual([percent(-20), percent(-5)]);
    expect(withComparison(list, '<', randomToday).test).toEqual({ compare: '<', value: percent(-20) });
    expect(withComparison(withComparison(list, 'known', randomToday), '<', randomToday).test).toEqual({
      compare: '<',
      value: percent(0),
    });
  });
});
