import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import { createNames } from '#lib/formula/names.ts';
import { printFormula } from '#lib/formula/print.ts';
import { fieldIds, getField } from '#lib/loan/fields.ts';
import { filterRows } from '#lib/views/filter.ts';

const own = (formulas: Record<string, string>): ReturnType<typeof createNames> =>
  createNames(new Map(Object.entries(formulas)));
const today = 20_779 as Day;

function messages(text: string, formulas: Record<string, string>): string[] {
  const result = checkFormula(text, own(formulas));
  return 'errors' in result ? result.errors.map(({ message }) => message) : [];
}

describe('the names of the catalogue', () => {
  it('stand for one field each', () => {
    const seen = new Map<string, string>();
    for (const id of fieldIds) {
      const { label, aliases = [] } = getField(id);
      for (const name of new Set([label, id, ...aliases].map((one) => one.toLowerCase()))) {
        expect([name, seen.get(name)]).toEqual([name, undefined]);
        seen.set(name, id);
      }
    }
  });

  it('are not labels of codes at the same time', () => {
    const names = new Set(
      fieldIds.flatMap((id) => [getField(id).label, id, ...(getField(id).aliases ?? [])]),
    );
    const labels = fieldIds.flatMap((id) => Object.values(getField(id).labels ?? {}));
    expect(labels.filter((label) => names.has(label.toLowerCase()))).toEqual([]);
  });
});

describe('own formulas', () => {
  const formulas = {
    bargain: 'discount < -10%',
    'Net yield': 'yield to maturity - 2%',
    'good one': 'bargain and net yield > 15%',
  };
  const records = [
    { discount: -0.2, yieldToMaturity: 0.2 },
    { discount: -0.2, yieldToMaturity: 0.16 },
    { discount: -0.2 },
  ];

  it('are used by name, inside one another too', () => {
    expect(filterRows('good one', records, today, own(formulas))).toMatchObject({
      matches: ['yes', 'no', 'unknown'],
    });
    expect(filterRows('net yield > 15% or not bargain', records, today, own(formulas))).toMatchObject({
      matches: ['yes', 'no', 'unknown'],
    });
  });

  it('are printed by their names', () => {
    const result = checkFormula('NET  yield > 15% and Bargain', own(formulas));
    expect('ok' in result && printFormula(result.ok.expression)).toBe('Net yield > 15% and bargain');
  });

  it('have kinds that are checked like any other', () => {
    expect(messages('net yield > 15', formulas)).toEqual([
      '“net yield” is a percentage: write 15%, not “15”.',
    ]);
    expect(messages('bargain > 3', formulas)).toEqual(['“bargain” is yes or no, but “3” is a plain number.']);
  });

  it('tell where a fault lies', () => {
    expect(messages('outer', { outer: 'inner and price > 1', inner: 'pryce > 1' })).toEqual([
      'In “outer”: In “inner”: “pryce” is not known here. Did you mean “price”?',
    ]);
  });

  it('cannot use themselves, straight or in a circle, and a fault is said once', () => {
    expect(messages('a', { a: 'a and price > 1' })).toEqual(['In “a”: “a” uses too many others, or itself.']);
    expect(messages('a', { a: 'not b', b: 'not a' })[0]).toMatch(/uses too many others, or itself\.$/);
  });

  it('cannot grow without bounds by using one another', () => {
    const names = Array.from({ length: 30 }, (_, i) => [
      `f${i}`,
      i === 0 ? 'price' : `f${i - 1} + f${i - 1}`,
    ]);
    expect(messages('f29 > 1', Object.fromEntries(names) as Record<string, string>)).toHaveLength(1);
  });

  it('do not hide a field of the same name', () => {
    expect(messages('price > 1', { price: 'rating = A' })).toEqual([]);
  });
});
