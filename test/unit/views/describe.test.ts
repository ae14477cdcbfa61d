import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCondition, describeFilter } from '#lib/views/describe-filter.ts';
import { describeView, nameOrder } from '#lib/views/describe-view.ts';
import { shippedViews } from '#lib/views/shipped-views.ts';
import { toFormula } from '#lib/views/to-formula.ts';
import type { View } from '#lib/views/view.ts';
import { randomBuilder } from './random-builder.ts';

describe('describeFilter', () => {
  it.each([
    ['discount < -10% and rating in [A, B, C]', 'discount is below −10 % and rating is one of A, B or C'],
    [
      'rating <= C or (price > 5 € and never late)',
      'rating is no worse than C or (price is above 5 € and never late is yes)',
    ],
    ['not (price > 5 or note contains "x")', '(none of these: price is above 5 or note contains “x”)'],
    ['not price > 5', 'not (price is above 5)'],
    [
      'next payment date between today and today + 2 weeks',
      'next payment date is between today and 2 weeks from now',
    ],
    ['issued on >= 2024-01-31', 'issued on is no earlier than 2024-01-31'],
    ['country not in [EE] and xirr is unknown', 'country is none of EE and XIRR is unknown'],
    ['price / fee > 3', '“price / fee > 3” holds'],
  ])('says %s as %s', (formula, words) => {
    expect(describeCondition(formula)).toBe(words);
  });

  it('says what becomes of which rows', () => {
    const formula = 'price < 5';
    expect(describeFilter({ formula, effect: { do: 'hide' }, on: true })).toBe(
      'Hides rows unless price is below 5.',
    );
    expect(describeFilter({ formula, effect: { do: 'highlight', colour: 'amber' }, on: true })).toBe(
      'Colours rows amber if price is below 5.',
    );
    expect(describeFilter({ formula, effect: { do: 'fade' }, on: false })).toBe(
      'Switched off: Fades rows unless price is below 5.',
    );
    expect(describeFilter({ formula: ' ', effect: { do: 'fade' }, on: true })).toBe(
      'Does nothing: its formula is empty.',
    );
    expect(describeFilter({ formula: 'prize', effect: { do: 'fade' }, on: true })).toBe(
      'Does nothing: its formula has a fault. “prize” is not known here. Did you mean “price”?',
    );
  });

  it('has words for whatever the builder can show', () => {
    fc.assert(
      fc.property(randomBuilder, (model) => {
        fc.pre(model.parts.length > 0);
        const words = describeCondition(toFormula(model));
        expect(words).not.toBe('');
        expect(words).not.toMatch(/undefined|NaN|object/);
      }),
    );
  });
});

describe('describeView', () => {
  it('says what a view does, in sentences', () => {
    const view: View = {
      id: 'own-1',
      name: 'Mine',
      columns: [
        { id: 'discount', width: null },
        { id: 'formula', width: 80 },
        { id: 'formula-9', width: null },
      ],
      sort: [
        { column: 'formula', descending: true },
        { column: 'discount', descending: false },
      ],
      filters: [
        { id: 'a', name: '', formula: 'discount < 0', effect: { do: 'fade' }, on: true },
        { id: 'b', name: 'Mad', formula: 'twice > 3', effect: { do: 'hide' }, on: true },
      ],
      formulaColumns: [
        { id: 'formula', title: 'Risk', formula: 'coalesce(rating, HR)', format: { as: 'auto' } },
        { id: 'formula-2', title: 'Twice', formula: 'price * 2', format: { as: 'number', decimals: 1 } },
        { id: 'formula-3', title: 'Faulty', formula: 'prize', format: { as: 'auto' } },
      ],
    };
    expect(describeView(view)).toEqual([
      'Adds 2 columns: Discount and “Risk”.',
      '“Risk” is coalesce(rating, HR).',
      '“Twice” is price * 2, as a number with 1 decimal.',
      '“Faulty” has a fault: “prize” is not known here. Did you mean “price”?',
      'Fades rows unless discount is below 0.',
      '“Mad”: Hides rows unless “twice > 3” holds.',
      'Sorts by “Risk”, riskiest first; then by Discount, lowest first. Unknown values come last.',
    ]);
    expect(describeView({ ...view, columns: [], formulaColumns: [], filters: [], sort: [] })).toEqual([
      'Adds no column.',
      'Leaves the rows in the page’s own order.',
    ]);
  });

  it('finds no fault in the shipped views', () => {
    for (const view of shippedViews) expect(describeView(view).join(' ')).not.toMatch(/fault|nothing/);
  });

  it('names both ends of every order apart', () => {
    for (const kind of ['rating', 'day', 'truth', 'text', 'rate'] as const)
      expect(nameOrder(kind, true)).not.toBe(nameOrder(kind, false));
  });
});
