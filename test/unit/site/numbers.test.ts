import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberFormat, learnNumberFormat, parseNumber, settleNumber } from '#lib/site/numbers.ts';

/** Reads a text in the company of others of its table; undefined when it is no number at all. */
function read(text: string, others: readonly string[] = [], shift = 0): number | null | undefined {
  const format = createNumberFormat();
  for (const other of [...others, text]) {
    const number = parseNumber(other);
    if (number) learnNumberFormat(format, number);
  }
  const number = parseNumber(text);
  return number && settleNumber(number, format, shift);
}

describe('reading one number', () => {
  it.each([
    ['1.669,58€', 1669.58],
    ['1.669,58 €', 1669.58],
    ['1 669,58 €', 1669.58],
    ["1'669.58", 1669.58],
    ['1’669.58', 1669.58],
    ['1,669.58', 1669.58],
    ['171,8€', 171.8],
    ['0,7', 0.7],
    ['-455€', -455],
    ['−455 €', -455],
    ['–455 €', -455],
    ['455- €', -455],
    ['455 €-', -455],
    ['€-455', -455],
    ['-€455', -455],
    ['+3,5', 3.5],
    ['€1412', 1412],
    ['EUR 1412.5', 1412.5],
    ['4.12 EUR', 4.12],
    ['4.12\n€', 4.12],
    ['Price\n4.12 €', 4.12],
    ['1.000.000', 1_000_000],
    ['1 234 567,8', 1_234_567.8],
    ['12.345,678', 12_345.678],
    ['1234.567', 1234.567],
    ['0.125', 0.125],
    ['7,05883E-05', 7.05883e-5],
    ['7.058E-05', 7.058e-5],
    ['.5', 0.5],
    ['-0,00', 0],
    ['0', 0],
    ['19.52% p.a.', 19.52],
  ])('takes %j for %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '',
    '-',
    '-%',
    '– €',
    'n/a',
    '1 669 58',
    '1.669.58',
    '1,66,9',
    '12 / 60',
    '12-60',
    '--5',
    '-5-',
    '€5€',
    '5 $',
    '5 kr',
    '1.234.567,89,1',
    '12,',
    '(5)',
    '12\n60',
    '12\nk',
    '12\nmln',
    '-\n5',
    '22.11.2026',
    '007',
    '1٬669',
    'AA',
  ])('takes %j for no number', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('leaves a group of three digits after one separator unknown', () => {
    expect(read('1.669')).toBeNull();
    expect(read('1,669 €')).toBeNull();
    expect(read('-999,123')).toBeNull();
  });

  it('turns percents into fractions to the last bit', () => {
    expect(read('19.52%', [], -2)).toBe(0.1952);
    expect(read('-0,7 %', [], -2)).toBe(-0.007);
    expect(read('28.25 %', [], -2)).toBe(0.2825);
  });
});

describe('settling the format of a table', () => {
  it.each([
    ['1.669', ['171,8'], 1669],
    ['1,669', ['171.8'], 1669],
    ['1.669', ['1.000.000'], 1669],
    ['1.669', ['2.345,67', '12'], 1669],
    ['12.345%', ['4.12 €'], 12.345],
    ['1.669', ['2.3456'], 1.669],
  ])('reads %j beside %j', (text, others, value) => {
    expect(read(text, others)).toBe(value);
  });

  it.each([
    ['cells that contradict each other', '1.669', ['171,8', '171.8']],
    ['cells that settle nothing', '1.669', ['12', '345']],
    ['a decimal point and no third decimal elsewhere', '1.669', ['4.12']],
    ['thousands without separators', '1.669', ['171,8', '2345,67']],
    ['other thousands separators', '1.669', ['171,8', '2 345,67']],
  ])('leaves an ambiguous number unknown beside %s', (_, text, others) => {
    expect(read(text, others)).toBeNull();
  });

  const formats = fc.record({
    decimal: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '.', ',', ' ', '\u00A0', '\u202F', '\u2009', "'", '’'),
    minus: fc.constantFrom('-', '\u2212', '–'),
    signAfter: fc.boolean(),
    unit: fc.constantFrom('', ' €', '€', '\u00A0€', ' EUR', 'before'),
    dropsZeros: fc.boolean(),
  });
  type Format = typeof formats extends fc.Arbitrary<infer Value> ? Value : never;

  function write(cents: number, format: Format): string {
    const text = (Math.abs(cents) / 100).toFixed(2);
    const [whole = '', fraction = ''] = (format.dropsZeros ? String(Number(text)) : text).split('.');
    const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, format.group);
    const digits = fraction === '' ? grouped : grouped + format.decimal + fraction;
    const signed = cents >= 0 ? digits : format.signAfter ? digits + format.minus : format.minus + digits;
    return format.unit === 'before' ? `€${signed}` : signed + format.unit;
  }

  const anyCents = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: -3000, max: 3000 }).map((n) => n * 100),
  );

  it('reads back any value written in any format, or leaves it unknown', () => {
    fc.assert(
      fc.property(fc.array(anyCents, { minLength: 1, maxLength: 12 }), formats, (values, format) => {
        fc.pre(format.group !== format.decimal);
        const texts = values.map((cents) => write(cents, format));
        for (const [index, cents] of values.entries()) {
          const value = read(texts[index] ?? '', texts);
          expect(value === null || value === cents / 100 + 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads every value once two cells have shown decimals and thousands', () => {
    fc.assert(
      fc.property(anyCents, formats, (cents, format) => {
        fc.pre(format.group !== format.decimal);
        const shown = [write(123_456_789, format), write(1250, format)];
        expect(read(write(cents, format), shown)).toBe(cents / 100 + 0);
      }),
      { numRuns: 2000 },
    );
  });
});
