import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkFilter, checkFormula } from '#lib/formula/check.ts';
import { shippedViews } from '#lib/views/shipped-views.ts';
import { createViewNames } from '#lib/views/view-names.ts';
import { viewSchema } from '#lib/views/view-schema.ts';

describe('the views that Bondlens brings along', () => {
  it('are eight, each under an id of its own that no view of a person can have', () => {
    const ids = shippedViews.map(({ id }) => id);
    expect(ids).toEqual([
      'everything',
      'bargains',
      'green-and-short',
      'late-but-paying',
      'near-maturity',
      'mine-for-sale',
      'auctions',
      'my-investments',
    ]);
    expect(ids.filter((id) => id.startsWith('own-'))).toEqual([]);
  });

  it.each(shippedViews)('$name: can be kept as it is, and says what it is for', ({ about, ...view }) => {
    expect(v.parse(viewSchema, view)).toEqual(view);
    expect(about).toMatch(/^[A-Z].{20,120}\.$/);
  });

  it.each(shippedViews)(
    '$name: has filters and columns without a fault, and shows what it sorts by',
    (view) => {
      const names = createViewNames(view);
      for (const { formula } of view.filters) expect(checkFilter(formula, names)).toHaveProperty('ok');
      for (const { formula } of view.formulaColumns)
        expect(checkFormula(formula, names)).toHaveProperty('ok');
      const shown = view.columns.map(({ id }) => id);
      for (const { column } of view.sort) expect(shown).toContain(column);
      for (const { id } of view.formulaColumns) expect(shown).toContain(id);
    },
  );
});
