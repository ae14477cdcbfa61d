import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import type { CheckedFormula } from '#lib/formula/checked.ts';
import { createClauseCache } from '#lib/formula/clause-cache.ts';
import type { ColumnSource } from '#lib/formula/columns.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import { printFormula } from '#lib/formula/print.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { randomFormulas, randomRecord, randomToday } from './random-formula.ts';

function check(text: string): CheckedFormula {
  const result = checkFilter(text);
  if ('errors' in result) throw new Error(`${text}: ${JSON.stringify(result.errors)}`);
  return result.ok;
}

/** A source that notes which columns are read. */
function watch(source: ColumnSource): { source: ColumnSource; read: FieldId[] } {
  const read: FieldId[] = [];
  const column = (id: FieldId): ReturnType<ColumnSource['column']> => {
    read.push(id);
    return source.column(id);
  };
  return { source: { rows: source.rows, today: source.today, column }, read };
}

describe('createClauseCache', () => {
  it('says what the formula alone says, whatever was run before', () => {
    const formulas = fc.array(randomFormulas.truth, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        formulas,
        fc.array(randomRecord, { minLength: 1, maxLength: 20 }),
        (expressions, records) => {
          const source = createRowColumns(records, randomToday);
          const cache = createClauseCache(source);
          for (const expression of [...expressions, ...expressions]) {
            const formula = check(printFormula(expression));
            expect([...cache.run(formula)], formula.text).toEqual([...compileFormula(formula).run(source)]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('works out only the clause that changed', () => {
    const { source, read } = watch(createRowColumns([{ price: 1, fee: 2, discount: 0 }], 0 as Day));
    const cache = createClauseCache(source);
    cache.run(check('price > 1 and fee > 1 and discount < 3%'));
    read.length = 0;
    cache.run(check('price > 1 and fee > 2 and discount < 3%'));
    expect(new Set(read)).toEqual(new Set(['fee']));
    read.length = 0;
    cache.run(check('DISCOUNT<3% and price>1'));
    expect(read).toEqual([]);
  });

  it('tells clauses apart that differ in nothing but a word', () => {
    const cache = createClauseCache(
      createRowColumns([{ rating: 'A', country: 'EE', userName: '2' }], 0 as Day),
    );
    expect([...cache.run(check('rating = A'))]).toEqual([1]);
    expect([...cache.run(check('rating = AA'))]).toEqual([0]);
    expect([...cache.run(check('borrower = "2"'))]).toEqual([1]);
    expect([...cache.run(check('borrower != "2"'))]).toEqual([0]);
  });

  it('tells clauses apart that differ in nothing but a unit', () => {
    const cache = createClauseCache(createRowColumns([{ signedDate: 20_000 }], 20_040 as Day));
    expect([...cache.run(check('issued on + 30 days < today'))]).toEqual([1]);
    expect([...cache.run(check('issued on + 30 months < today'))]).toEqual([0]);
    expect([...cache.run(check('round(29.4%) = 29%'))]).toEqual([1]);
  });

  it('keeps no more than a few dozen clauses', () => {
    const { source, read } = watch(createRowColumns([{ price: 1 }], 0 as Day));
    const cache = createClauseCache(source);
    for (let i = 0; i < 30; i++) cache.run(check(`price > ${i}`));
    read.length = 0;
    cache.run(check('price > 29'));
    expect(read).toEqual([]);
    cache.run(check('price > 0'));
    expect(read).not.toEqual([]);
  });
});
