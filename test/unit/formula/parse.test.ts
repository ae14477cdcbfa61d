import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFormula } from '#lib/formula/check.ts';
import { functionNames } from '#lib/formula/functions.ts';
import { formulaLimits } from '#lib/formula/limits.ts';
import { parseFormula } from '#lib/formula/parse.ts';
import { printFormula } from '#lib/formula/print.ts';
import type { Expression } from '#lib/formula/syntax.ts';
import { fieldIds, getField } from '#lib/loan/fields.ts';
import { randomFormulas, randomKinds } from './random-formula.ts';

function parse(text: string): Expression {
  const result = parseFormula(text);
  if ('errors' in result) throw new Error(`${text}: ${JSON.stringify(result.errors)}`);
  return result.expression;
}

/** The tree alone, without where its parts stood in the text. */
function bare(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) =>
      ['start', 'end', 'written'].includes(key) ? undefined : value,
    ),
  );
}

function errors(text: string): unknown {
  const result = checkFormula(text);
  return 'errors' in result ? result.errors : `no error: ${printFormula(result.ok.expression)}`;
}

describe('printing and parsing', () => {
  it.each(randomKinds)('come round to the same tree: %s', (kind) => {
    fc.assert(
      fc.property(randomFormulas[kind], (expression) => {
        const text = printFormula(expression);
        expect(bare(parse(text)), text).toEqual(bare(expression));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['discount<-10%AND Rating IN [a,B , C]', 'discount < -10% and rating in [a, B, C]'],
    ['(price > 1)', 'price > 1'],
    ['a = b or (c = d and e = f)', 'a = b or c = d and e = f'],
    ['(a = b or c = d) and e = f', '(a = b or c = d) and e = f'],
    ['not (price > 1)', 'not price > 1'],
    ['not (price > 1 and fee > 1)', 'not (price > 1 and fee > 1)'],
    ['not not price > 1', 'not not price > 1'],
    ['price - (fee - 1)', 'price - (fee - 1)'],
    ['price - fee - 1', 'price - fee - 1'],
    ['(price + fee) * 2', '(price + fee) * 2'],
    ['-(price + fee)', '-(price + fee)'],
    ['2 - -5', '2 - -5'],
    ['--5', '--5'],
    ['price not in (1, 2)', 'price not in [1, 2]'],
    ['price not between 1 and 2 and fee = 0', 'price not between 1 and 2 and fee = 0'],
    ['price is not known', 'price is unknown'],
    ['not price is known', 'price is unknown'],
    ['not (price is unknown)', 'not price is unknown'],
    ['rating is A', 'rating = A'],
    ['rating is not A', 'rating != A'],
    ['rating better than C', 'rating < C'],
    ['rating worse than C', 'rating > C'],
    ['"a" contains b', '"a" contains b'],
    ['contains(note, "b")', 'note contains "b"'],
    ['note starts with "b" and note ends with \'c\'', 'note starts with "b" and note ends with "c"'],
    ['if price > 1 then 2 else 3', 'if(price > 1, 2, 3)'],
    ['price ≥ €5 and fee ≠ 0', 'price >= 5 € and fee != 0'],
    ['price × 2 ÷ 3 − 1', 'price * 2 / 3 - 1'],
    ['today()', 'today'],
    ['note = “quoted”', 'note = "quoted"'],
    ['paymentsLeft > 3 and PAYMENTS   LEFT > 3', 'payments left > 3 and payments left > 3'],
    ['mark-up > 3%', 'discount > 3%'],
    ['gender is not given', 'gender = Not given'],
    ['loan status in [current, 60+ days overdue]', 'loan status in [Current, 60+ days overdue]'],
  ])('reads %s as %s', (text, printed) => {
    expect(printFormula(parse(text))).toBe(printed);
    expect(bare(parse(printed))).toEqual(bare(parse(text)));
  });

  it.each(fieldIds)('knows the field %s by its label, its id and its aliases', (id) => {
    const { label, aliases = [] } = getField(id);
    for (const name of [label, id, ...aliases]) {
      expect(bare(parse(name))).toEqual({ node: 'field', id });
      expect(bare(parse(`${name.toUpperCase()} is known`))).toEqual({
        node: 'known',
        of: { node: 'field', id },
      });
    }
  });
});

describe('errors', () => {
  it.each([
    ['', { message: 'Something is missing at the end.', start: 0, end: 0 }],
    ['price >', { message: 'Something is missing at the end.', start: 7, end: 7 }],
    ['price > > 3', { message: 'A value is missing before “>”.', start: 8, end: 9 }],
    ['and price > 3', { message: 'A value is missing before “and”.', start: 0, end: 3 }],
    ['price > 3 fee', { message: '“fee” does not fit here.', start: 10, end: 13 }],
    ['(price > 3', { message: 'Here “)” is missing to close the bracket.', start: 10, end: 10 }],
    ['rating in A', { message: 'Here “[” is missing before the list.', start: 10, end: 11 }],
    ['rating in [A, B', { message: 'Here “]” is missing after the list.', start: 15, end: 15 }],
    ['price between 1', { message: 'Here “and” is missing: between 1 and 5.', start: 15, end: 15 }],
    ['note = "abc', { message: 'This text has no closing quotation mark.', start: 7, end: 11 }],
    ['price # 3', { message: '“#” has no meaning in a formula.', start: 6, end: 7 }],
    ['price = 2026-02-30', { message: 'There is no day 2026-02-30.', start: 8, end: 18 }],
    [
      'price < 12,5',
      { message: 'Write decimals with a point: 12.5.', start: 8, end: 12, suggestion: '12.5' },
    ],
    ['mx(price, 3)', { message: 'There is no function “mx”.', start: 0, end: 2, suggestion: 'max' }],
    [
      '1 < price < 3',
      {
        message: 'Comparisons cannot be chained: write “x between 1 and 5”, or join two of them with “and”.',
        start: 10,
        end: 11,
      },
    ],
    [
      'payment left > 3',
      {
        message: '“payment left” is not known here. Did you mean “payments left”?',
        start: 0,
        end: 12,
        suggestion: 'payments left',
      },
    ],
    [
      'rating = AAA',
      { message: '“AAA” is not known here. Did you mean “AA”?', start: 9, end: 12, suggestion: 'AA' },
    ],
    [
      'discount < -10',
      {
        message: '“discount” is a percentage: write -10%, not “-10”.',
        start: 11,
        end: 14,
        suggestion: '-10%',
      },
    ],
    [
      'interest > 0.2',
      { message: '“interest” is a percentage: write 20%, not “0.2”.', start: 11, end: 14, suggestion: '20%' },
    ],
    [
      'discount < 5 €',
      { message: '“discount” is a percentage, but “5 €” is an amount in euros.', start: 11, end: 14 },
    ],
    [
      'days late > 2 months',
      {
        message: '“days late” is a number of days: write 60 days, not “2 months”.',
        start: 12,
        end: 20,
        suggestion: '60 days',
      },
    ],
    [
      'loan duration > 3 years',
      {
        message: '“loan duration” is a number of months: write 36 months, not “3 years”.',
        start: 16,
        end: 23,
        suggestion: '36 months',
      },
    ],
    [
      'price + discount > 3',
      {
        message: '“price” (an amount in euros) cannot be added to “discount” (a percentage).',
        start: 0,
        end: 16,
      },
    ],
    [
      'price * fee > 3',
      {
        message: '“price” (an amount in euros) cannot be multiplied by “fee” (an amount in euros).',
        start: 0,
        end: 11,
      },
    ],
    [
      'country > EE',
      { message: 'This is a country, which has no larger or smaller: use =, != or “in”.', start: 0, end: 12 },
    ],
    ['tags = watch', { message: '“watch” is not known here.', start: 7, end: 12 }],
    [
      'rating in [A, price]',
      { message: '“rating” is a rating, but “price” is an amount in euros.', start: 14, end: 19 },
    ],
    ['price in [fee]', { message: 'A list holds fixed values only.', start: 10, end: 13 }],
    [
      'price and fee > 3',
      {
        message: '“price” is an amount in euros, not a condition: compare it with something.',
        start: 0,
        end: 5,
      },
    ],
    [
      'year(price) > 3',
      { message: '“year” takes a date, but “price” is an amount in euros.', start: 5, end: 10 },
    ],
    ['min(price) > 3', { message: '“min” takes 2 to 10 values, not 1.', start: 0, end: 10 }],
    [
      'round(price, fee)',
      { message: 'The number of decimals is a whole number from 0 to 10.', start: 13, end: 16 },
    ],
    ['-rating', { message: '“rating” is a rating and has no negative.', start: 0, end: 7 }],
  ])('says of %s what is wrong and where', (text, error) => {
    expect(errors(text)).toEqual([error]);
  });

  it('reports several faults at once', () => {
    expect(errors('foo > 1 and discount < 3 and rating = ZZ')).toMatchObject([
      { start: 0 },
      { start: 23 },
      { start: 38 },
    ]);
  });

  it('offers suggestions that mend the formula', () => {
    for (const text of [
      'discount < -10',
      'payment left > 3',
      'days late > 2 months',
      'price < 12,5',
      'rating = AAA',
    ]) {
      const result = checkFormula(text);
      const [fault] = 'errors' in result ? result.errors : [];
      const mended = text.slice(0, fault?.start) + (fault?.suggestion ?? '') + text.slice(fault?.end);
      expect(checkFormula(mended), mended).toHaveProperty('ok');
    }
  });
});

describe('hostile input', () => {
  const isRefused = (text: string): void => expect(checkFormula(text)).toHaveProperty('errors');

  it('is refused when it is too long, too deep or its list too large', () => {
    isRefused(`price > ${' '.repeat(formulaLimits.length)}1`);
    isRefused(`${'('.repeat(500)}price${')'.repeat(500)} > 1`);
    isRefused(`${'not '.repeat(400)}price > 1`);
    isRefused(`${'-'.repeat(1000)}price > 1`);
    isRefused(`price${' + fee'.repeat(300)} > 1`);
    isRefused(`${'abs('.repeat(300)}price${')'.repeat(300)} > 1`);
    isRefused(`${'if true then '.repeat(100)}1`);
    isRefused(`price in [${'1,'.repeat(300)}1]`);
    isRefused(`min(${'1,'.repeat(300)}1) > 1`);
  });

  it('may be as deep as the limit allows', () => {
    const depth = formulaLimits.depth;
    expect(checkFormula(`${'('.repeat(depth)}price${')'.repeat(depth)} > 1`)).toHaveProperty('ok');
    expect(checkFormula(`price${' + fee'.repeat(depth - 1)} > 1`)).toHaveProperty('ok');
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'constructor(1)',
    'valueOf()',
    '1 __proto__',
    '5 constructor',
  ])('finds no name in what every object has: %s', (text) => {
    isRefused(`${text} = 1`);
    isRefused(`loan status = ${text}`);
    isRefused(`rating = ${text}`);
  });

  it('never throws, whatever the text', () => {
    const scraps = fc.constantFrom(
      ...functionNames,
      'price',
      'rating',
      'discount',
      'tags',
      'note',
      'payments left',
      'and',
      'or',
      'not',
      'in',
      'is',
      'known',
      'between',
      'then',
      'else',
      'if',
      'starts',
      'with',
      'A',
      'EE',
      '(',
      ')',
      '[',
      ']',
      ',',
      '<',
      '=',
      '%',
      '€',
      '-',
      '+',
      '*',
      '/',
      '5',
      '0.5',
      '2026-01-01',
      '"x"',
      'days',
      'current',
      '60+',
      "'",
      '“',
      '\\',
      '\u0000',
      '\ud800',
      '🙂',
    );
    const soup = fc.array(
      fc.oneof({ weight: 8, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(soup, fc.constantFrom(' ', ''), (parts, gap) => {
        const text = parts.join(gap);
        const result = checkFormula(text);
        if ('ok' in result) {
          expect(checkFormula(printFormula(result.ok.expression)), text).toHaveProperty('ok');
          return;
        }
        expect(result.errors.length).toBeGreaterThan(0);
        expect(result.errors.length).toBeLessThanOrEqual(formulaLimits.errors);
        for (const { start, end, message } of result.errors) {
          expect(message).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
