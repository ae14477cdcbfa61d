import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFormula } from '#lib/formula/check.ts';
import { completeFormula } from '#lib/formula/complete.ts';
import { functionHelp } from '#lib/formula/function-help.ts';
import { functionNames } from '#lib/formula/functions.ts';
import { createNames } from '#lib/formula/names.ts';
import { describeField } from '#lib/loan/field-help.ts';
import { fieldIds } from '#lib/loan/fields.ts';

/** What is offered at the end of a text, and what it would replace. */
function complete(text: string): { replaced: string; options: string[] } {
  const { start, end, options } = completeFormula(text, text.length);
  return { replaced: text.slice(start, end), options: options.map((option) => option.text) };
}

describe('completeFormula', () => {
  it('goes on from the name that was begun', () => {
    expect(complete('price > 1 and disc')).toEqual({
      replaced: 'disc',
      options: ['discount', 'break-even discount'],
    });
    expect(complete('paym').options.slice(0, 2)).toEqual(['payments left', 'payments per price']);
    expect(complete('paym').options).toContain('next payment date');
  });

  it('goes on from a name of several words', () => {
    expect(complete('discount < 0 and days l')).toEqual({
      replaced: 'days l',
      options: ['days late', 'days listed'],
    });
    expect(complete('next payment').options).toContain('next payment date');
  });

  it('offers functions, with the bracket', () => {
    expect(complete('coal').options).toEqual(['coalesce(']);
    expect(complete('toda').options).toEqual(['today']);
  });

  it('offers the words that a field can be compared with', () => {
    expect(complete('rating = ').options).toEqual(['AA', 'A', 'B', 'C', 'D', 'E', 'F', 'HR']);
    expect(complete('price > 1 and rating in [A, ').options).toContain('HR');
    expect(complete('loan status is not ').options).toContain('60+ days overdue');
    expect(complete('loan status = over').options[0]).toBe('Overdue');
  });

  it('offers names where a new value begins', () => {
    expect(complete('').options.length).toBeGreaterThan(5);
    expect(complete('rating = A and ').options).toContain('country');
    expect(complete('rating in [A] and ').options).not.toContain('HR');
  });

  it('offers own formulas', () => {
    const names = createNames(new Map([['bargain', 'discount < -10%']]));
    expect(completeFormula('barg', 4, names).options).toEqual([
      { kind: 'own', text: 'bargain', meaning: 'discount < -10%' },
    ]);
  });

  it('works in the middle of a text', () => {
    expect(completeFormula('disc < 3%', 4)).toMatchObject({
      start: 0,
      end: 4,
      options: [{ text: 'discount' }, { text: 'break-even discount' }],
    });
  });

  it('gives one sentence of help with every field and function', () => {
    for (const id of fieldIds) expect(describeField(id).meaning).toMatch(/^[A-Z].*\.$/);
    for (const name of functionNames) expect(functionHelp[name].meaning).toMatch(/^[A-Z].*\.$/);
  });

  it.each(functionNames)('shows a use of %s that works', (name) => {
    expect(checkFormula(functionHelp[name].usage)).toHaveProperty('ok');
  });

  it('never throws, and offers what fits where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, at) => {
        const caret = Math.min(at, text.length);
        const { start, end } = completeFormula(text, caret);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBe(caret);
      }),
    );
  });
});
