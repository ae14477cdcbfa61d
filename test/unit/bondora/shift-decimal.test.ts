import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shiftDecimal } from '#lib/bondora/shift-decimal.ts';

it('moves the point and divides nothing', () => {
  expect(shiftDecimal(19.52, -2)).toBe(0.1952);
  expect(shiftDecimal(28.35, -2)).toBe(0.2835);
  expect(shiftDecimal(-3, -2)).toBe(-0.03);
  expect(shiftDecimal(0, -2)).toBe(0);
  expect(shiftDecimal(1e-7, -2)).toBe(1e-9);
  expect(shiftDecimal(1.5e300, -2)).toBe(1.5e298);
  expect(shiftDecimal(0.29, 2)).toBe(29);
});

it('comes back to the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
      const percent = hundredths / 100;
      expect(shiftDecimal(shiftDecimal(percent, -2), 2)).toBe(percent);
    }),
  );
});

it('moves the digits of any number as a text of it would tell', () => {
  const percents = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc
      .tuple(fc.integer(), fc.integer({ min: 0, max: 7 }))
      .map(([digits, decimals]) => Number(`${digits}e-${decimals}`)),
  );
  fc.assert(
    fc.property(percents, (percent) => {
      const [digits = '', exponent = '0'] = String(percent).split('e');
      expect(shiftDecimal(percent, -2)).toBe(Number(`${digits}e${Number(exponent) - 2}`));
    }),
    { numRuns: 2000 },
  );
});
