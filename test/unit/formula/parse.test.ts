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
    JSON.stringify(expression, (key, value: unknown) => (['start', 'end'].includes(key) ? undefined : value)),
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
      { numRuns: 400 },
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
    ['note starts with "b" and note ends with “c”', 'note starts with "b" and note ends with "c"'],
    ['price ≥ 5€ and fee − 1 ≤ 0', 'price >= 5 € and fee - 1 <= 0'],
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
        node: 'call',
        name: 'known',
        args: [{ node: 'field', id }],
      });
    }
  });
});

describe('errors', () => {
  // What stands at fault in the text (nothing: its end), what is said of it, and what is offered instead.
  it.each<[text: string, part: string, message: string, suggestion?: string]>([
    ['', '', 'Something is missing at the end.'],
    ['price >', '', 'Something is missing at the end.'],
    ['price > > 3', '> 3', 'A value is missing before “>”.'],
    ['and price > 3', 'and', 'A value is missing before “and”.'],
    ['price > 3 fee', 'fee', '“fee” does not fit here.'],
    ['(price > 3', '', '“)” is missing here.'],
    ['rating in A', 'A', '“[” is missing here.'],
    ['rating in [A, B', '', '“]” is missing here.'],
    ['price between 1', '', '“and” is missing here.'],
    ['note = "abc', '"', 'This text is not closed.'],
    ['price # 3', '#', '“#” has no meaning in a formula.'],
    ['price = 2026-02-30', '2026-02-30', 'There is no day 2026-02-30.'],
    ['price < 12,5', ',', 'Decimals are written with a point.'],
    ['mx(price, 3)', 'mx', 'There is no function “mx”.'],
    ['1 < price < 3', '< 3', '“<” does not fit here.'],
    [
      'payment left > 3',
      'payment left',
      '“payment left” is not known here. Did you mean “payments left”?',
      'payments left',
    ],
    ['rating = AAA', 'AAA', '“AAA” is not known here. Did you mean “AA”?', 'AA'],
    ['discount < -10', '-10', '“discount” is a percentage: write -10%, not “-10”.', '-10%'],
    ['interest > 0.2', '0.2', '“interest” is a percentage: write 20%, not “0.2”.', '20%'],
    ['discount < 5 €', '5 €', '“discount” is a percentage, but “5 €” is an amount in euros.'],
    [
      'days late > 2 months',
      '2 months',
      '“days late” is a number of days, but “2 months” is a number of months.',
    ],
    [
      'price + discount > 3',
      'price + discount',
      '“price + discount” has no meaning: an amount in euros + a percentage.',
    ],
    [
      'price * fee > 3',
      'price * fee',
      '“price * fee” has no meaning: an amount in euros * an amount in euros.',
    ],
    ['country > EE', 'country', '“>” takes numbers, dates, ratings, but “country” is a country.'],
    ['tags = watch', 'watch', '“watch” is not known here.'],
    ['rating in [A, price]', 'price', '“rating” is a rating, but “price” is an amount in euros.'],
    ['price in [fee]', 'fee', '“in” takes fixed values, but “fee” is an amount in euros.'],
    ['price and fee > 3', 'price', '“and” takes a condition, but “price” is an amount in euros.'],
    ['year(price) > 3', 'price', '“year” takes a date, but “price” is an amount in euros.'],
    ['min(price) > 3', 'min(price)', '“min” has the wrong number of values: 1.'],
    ['round(price, fee)', 'fee', '“round” takes 0 to 10 decimals, but “fee” is an amount in euros.'],
    ['round(price, 2.5)', '2.5', '“round” takes 0 to 10 decimals, but “2.5” is a plain number.'],
    ['-rating', 'rating', '“minus” takes a number, but “rating” is a rating.'],
  ])('says of %s what is wrong and where', (text, part, message, suggestion) => {
    const start = part === '' ? text.length : text.indexOf(part);
    const end = part.startsWith('> ') || part.startsWith('< ') ? start + 1 : start + part.length;
    expect(errors(text)).toEqual([{ message, start, end, suggestion }]);
  });

  it('reports several faults at once', () => {
    expect(errors('foo > 1 and discount < 3 and rating = ZZ')).toMatchObject([
      { start: 0 },
      { start: 23 },
      { start: 38 },
    ]);
  });

  it('offers suggestions that mend the formula', () => {
    for (const text of ['discount < -10', 'payment left > 3', 'interest > 0.2', 'rating = AAA']) {
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
      { numRuns: 2000 },
    );
  });
});
