import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClauseCache } from '#lib/formula/clause-cache.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import { randomRecord, randomToday as today } from '#test/unit/formula/random-formula.ts';
import { applyFilters } from '#lib/views/apply-filters.ts';
import { filterRows } from '#lib/views/filter.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import type { highlightColours, Filter, FilterEffect } from '#lib/views/view.ts';

const hide: FilterEffect = { do: 'hide' };
const fade: FilterEffect = { do: 'fade' };
const colour = (name: (typeof highlightColours)[number]): FilterEffect => ({ do: 'highlight', colour: name });
const filter = (formula: string, effect: FilterEffect, on = true): Filter => ({
  id: `${formula} ${JSON.stringify(effect)}`,
  name: '',
  formula,
  effect,
  on,
});
const records = [
  { discount: -0.3, rating: 'A', price: 5 },
  { discount: -0.1, rating: 'D', price: 5 },
  { discount: 0.1, rating: 'A' },
  { rating: 'A', price: 90 },
  {},
];
const see = (...filters: Filter[]): unknown[] =>
  applyFilters(filters, records, today).rows.map(({ match, effect, decidedBy, unknownTo }) => [
    match,
    effect === null ? null : effect.do === 'highlight' ? effect.colour : effect.do,
    decidedBy === null ? null : filters.indexOf(decidedBy),
    unknownTo.map((one) => filters.indexOf(one)),
  ]);

describe('applyFilters', () => {
  it('hides or fades rows that do not match, and only marks those of which too little is known', () => {
    expect(see(filter('discount < 0', hide))).toEqual([
      ['yes', null, null, []],
      ['yes', null, null, []],
      ['no', 'hide', 0, []],
      ['unknown', null, null, [0]],
      ['unknown', null, null, [0]],
    ]);
  });

  it('colours rows that match a highlight, whose verdict has no part in whether a row fits', () => {
    expect(see(filter('price < 10', colour('green')))).toEqual([
      [null, 'green', 0, []],
      [null, 'green', 0, []],
      [null, null, null, [0]],
      [null, null, null, []],
      [null, null, null, [0]],
    ]);
  });

  it('lets hide win over fade, fade over highlights, and of highlights the first that matches', () => {
    const filters = [
      filter('price > 0', colour('blue')),
      filter('discount < -20%', colour('red')),
      filter('rating = A', fade),
      filter('discount < 0', hide),
    ];
    expect(see(...filters)).toEqual([
      ['yes', 'blue', 0, []],
      ['no', 'fade', 2, []],
      ['no', 'hide', 3, [0]],
      ['unknown', 'blue', 0, [3, 1]],
      ['unknown', null, null, [3, 2, 0, 1]],
    ]);
    const { counts, effects } = applyFilters(filters, records, today);
    expect(counts).toEqual({ yes: 1, no: 2, unknown: 2 });
    expect(effects).toEqual({ hide: 1, fade: 1, highlight: 2 });
  });

  it('hears nothing from filters that are off, empty or faulty, and tells of the faults', () => {
    const faulty = filter('discont < 0', hide);
    const outcome = applyFilters(
      [filter('price > 100', hide, false), filter('  ', hide), faulty],
      records,
      today,
    );
    expect(outcome.rows.every(({ match, effect }) => match === null && effect === null)).toBe(true);
    expect(outcome.faults).toMatchObject([{ filter: faulty, errors: [{ suggestion: 'discount' }] }]);
    expect(outcome.counts).toEqual({ yes: 0, no: 0, unknown: 0 });
  });

  it('knows the columns of the view by their titles', () => {
    const formulaColumns = [
      { id: 'formula', title: 'Half price', formula: 'price / 2', format: { as: 'auto' } },
      { id: 'formula-2', title: 'and', formula: 'price', format: { as: 'auto' } },
      { id: 'formula-3', title: 'price * 2', formula: 'fee', format: { as: 'auto' } },
    ] as const;
    const names = createViewNames({ formulaColumns });
    expect([...names.formulas.keys()]).toEqual(['Half price']);
    const { rows } = applyFilters([filter('half price > 2 and price * 2 = 10', hide)], records, today, names);
    expect(rows.map(({ match }) => match)).toEqual(['yes', 'yes', 'unknown', 'no', 'unknown']);
  });

  it('says of every row what its filters say one by one, cached or not', () => {
    const formulas = ['discount < 0', 'rating <= C', 'price > 20 and discount < -10%', 'tags contains "a"'];
    const effects = fc.constantFrom(hide, fade, colour('green'), colour('red'));
    const filters = fc.array(fc.record({ formula: fc.constantFrom(...formulas), effect: effects }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(filters, fc.array(randomRecord, { maxLength: 8 }), (chosen, rows) => {
        const all = chosen.map(({ formula, effect }, i) => ({ ...filter(formula, effect), id: `${i}` }));
        const cache = createClauseCache(createRowColumns(rows, today));
        const outcome = applyFilters(all, rows, today, undefined, cache);
        expect(applyFilters(all, rows, today, undefined, cache)).toEqual(outcome);
        rows.forEach((row, at) => {
          const said = all.map((one) => {
            const result = filterRows(one.formula, [row], today);
            return { one, match: 'matches' in result ? result.matches[0] : undefined };
          });
          const first = (kind: FilterEffect['do'], verdict: string): Filter | undefined =>
            said.find(({ one, match }) => one.effect.do === kind && match === verdict)?.one;
          const decided = first('hide', 'no') ?? first('fade', 'no') ?? first('highlight', 'yes') ?? null;
          const fits = said.filter(({ one }) => one.effect.do !== 'highlight').map(({ match }) => match);
          const match =
            ['no', 'unknown', 'yes'].find((verdict) => fits.some((one) => one === verdict)) ?? null;
          expect(outcome.rows[at]).toMatchObject({
            match,
            decidedBy: decided,
            effect: decided?.effect ?? null,
          });
        });
      }),
    );
  });
});
