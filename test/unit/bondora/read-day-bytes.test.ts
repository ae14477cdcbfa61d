import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDayBytes } from '#lib/bondora/read-day-bytes.ts';
import { readDay } from '#lib/bondora/read-time.ts';

function readText(text: string): number | undefined {
  const bytes = new TextEncoder().encode(`"${text}"`);
  return readDayBytes(bytes, 1, bytes.length - 1);
}

const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
const moments = fc
  .tuple(
    fc.integer({ min: 1990, max: 2060 }),
    two(13),
    two(32),
    fc.oneof(
      fc.constant('00:00:00'),
      fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':')),
    ),
    fc.oneof(
      fc.constant(''),
      fc.nat(999_999_999).map((n) => `.${n}`),
      fc.constantFrom('.0', '.0000001', '.1234567890'),
    ),
    fc.oneof(
      fc.constantFrom('', 'Z', '+02:00', '+03:00', '-05:30', '+0200'),
      fc.tuple(two(14), two(59)).map(([h, m]) => `+${h}:${m}`),
    ),
  )
  .map(([year, month, day, time, fraction, offset]) => `${year}-${month}-${day}T${time}${fraction}${offset}`);

describe('readDayBytes', () => {
  it('gives the day that the text gives, or leaves it to the text', () => {
    fc.assert(
      fc.property(moments, (text) => {
        const day = readText(text);
        if (day !== undefined) expect(day).toBe(readDay(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['2026-12-14T00:00:00', '2026-12-14'],
    ['2026-11-13T08:12:12.0369148+02:00', '2026-11-13'],
    ['2026-07-31T21:30:00+00:00', '2026-08-01'],
    ['2026-07-31T00:00:00+07:00', '2026-07-31'],
  ])('reads %s itself', (text, day) => {
    expect(readText(text)).toBe(Date.parse(day) / 86_400_000);
  });

  it.each([
    '0001-01-01T00:00:00',
    '2026-02-30T00:00:00',
    '2026-12-14',
    '2026-12-14T00:00:00Z',
    'yesterday, all of it',
  ])('leaves %s to the text', (text) => expect(readText(text)).toBeUndefined());
});
