import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import type { CheckedFormula } from '#lib/formula/checked.ts';
import { explainRow, type Clause } from '#lib/formula/explain.ts';
import { printFormula } from '#lib/formula/print.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { filterRows } from '#lib/views/filter.ts';
import { randomFormulas, randomRecord } from './random-formula.ts';

const today = 20_779 as Day;

function check(text: string): CheckedFormula {
  const result = checkFormula(text);
  if ('errors' in result) throw new Error(`${text}: ${JSON.stringify(result.errors)}`);
  return result.ok;
}

const explain = (text: string, record: LoanRecord): Clause => explainRow(check(text), record, today);

/** A clause in one line: its verdict, its text, its values. */
function outline({ verdict, text, values, parts, decides }: Clause): unknown {
  const line = `${decides ? '' : '(beside) '}${verdict}: ${text}`;
  const shown = values.map((one) => `${one.text} is ${String(one.value)}`);
  return parts.length > 0 ? [line, ...parts.map(outline)] : [line, ...shown].join('; ');
}

describe('explainRow', () => {
  it('gives each clause with its values and its verdict', () => {
    const record = { discount: -0.15, rating: 'D', interest: 0.3 };
    expect(outline(explain('discount < -10% and rating in [A, B] and interest > 20%', record))).toEqual([
      'no: discount < -10% and rating in [A, B] and interest > 20%',
      '(beside) yes: discount < -10%; discount is -0.15',
      'no: rating in [A, B]; rating is D',
      '(beside) yes: interest > 20%; interest is 0.3',
    ]);
  });

  it('shows what was calculated, and what it was calculated from', () => {
    const clause = explain('future scheduled payments / price > 1.4', { outstandingPayments: 6, price: 4 });
    expect(outline(clause)).toBe(
      'yes: future scheduled payments / price > 1.4; future scheduled payments / price is 1.5; ' +
        'future scheduled payments is 6; price is 4',
    );
  });

  it('says what is unknown', () => {
    expect(outline(explain('price > 1 or XIRR > 10%', { price: 0.5 }))).toEqual([
      'unknown: price > 1 or XIRR > 10%',
      '(beside) no: price > 1; price is 0.5',
      'unknown: XIRR > 10%; XIRR is null',
    ]);
  });

  it('looks into brackets and negations', () => {
    const record = { price: 5, rating: 'A' };
    expect(outline(explain('not (price > 1 and (rating = B or rating = C))', record))).toEqual([
      'yes: not (price > 1 and (rating = B or rating = C))',
      [
        'no: (price > 1 and (rating = B or rating = C))',
        '(beside) yes: price > 1; price is 5',
        ['no: (rating = B or rating = C)', 'no: rating = B; rating is A', 'no: rating = C; rating is A'],
      ],
    ]);
  });

  it('says for every row what the filter says', () => {
    fc.assert(
      fc.property(randomFormulas.truth, randomRecord, (expression, record) => {
        const text = printFormula(expression);
        const filtered = filterRows(text, [record], today);
        expect(filtered).toHaveProperty('matches', [explain(text, record).verdict]);
      }),
      { numRuns: 300 },
    );
  });

  it('names clauses that decide: with the others turned into unknown, the verdict stays', () => {
    fc.assert(
      fc.property(randomFormulas.truth, randomRecord, (expression, record) => {
        const expectDeciding = (clause: Clause): void => {
          const deciding = clause.parts.filter((part) => part.decides).map((part) => part.verdict);
          if (clause.joined === 'and') expect(joinAll(deciding)).toBe(clause.verdict);
          if (clause.joined === 'or') expect(flip(joinAll(deciding.map(flip)))).toBe(clause.verdict);
          clause.parts.forEach(expectDeciding);
        };
        expectDeciding(explain(printFormula(expression), record));
      }),
      { numRuns: 300 },
    );
  });
});

type Verdict = Clause['verdict'];

function joinAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

function flip(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? 'unknown' : verdict === 'yes' ? 'no' : 'yes';
}
