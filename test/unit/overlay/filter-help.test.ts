import { describe, expect, it } from 'vitest';
import { filterExamples } from '#components/overlay/filter-help.tsx';
import { exampleFormula } from '#components/overlay/filter-bar.tsx';
import { checkFilter } from '#lib/formula/check.ts';

describe('the examples of filters', () => {
  it.each([exampleFormula, ...filterExamples.map(([formula]) => formula)])('can be used: %s', (formula) => {
    expect(checkFilter(formula)).toHaveProperty('ok');
  });
});
