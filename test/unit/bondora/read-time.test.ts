import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '#lib/base/day.ts';
import { readDay, readInstant } from '#lib/bondora/read-time.ts';
import { instantInTallinn, offsetInTallinn } from '#lib/bondora/tallinn-time.ts';

const iso = (text: string): string | undefined => {
  const instant = readInstant(text);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};
const day = (text: string): string | undefined => {
  const read = readDay(text);
  return read === undefined ? undefined : formatDay(read);
};

describe('an instant', () => {
  it.each([
    ['2025-02-20T22:30:48.2279492+02:00', '2025-02-20T20:30:48.227Z'],
    ['2025-02-20T22:30:48+02:00', '2025-02-20T20:30:48.000Z'],
    ['2025-02-20T22:30:48.2', '2025-02-20T20:30:48.200Z'],
    ['2025-07-20T22:30:48', '2025-07-20T19:30:48.000Z'],
    ['2025-07-20T22:30:48.123456789Z', '2025-07-20T22:30:48.123Z'],
    ['2025-07-20T22:30:48-05:30', '2025-07-21T04:00:48.000Z'],
    ['2025-02-20', '2025-02-19T22:00:00.000Z'],
    ['Thu, 20 Feb 2025 22:30:48 GMT', '2025-02-20T22:30:48.000Z'],
  ])('is read from %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    '',
    'sample string 8',
    '2025-13-01T00:00:00',
    '2025-02-30',
    '2025-02-20T25:00:00',
    '2025-02-20T22:30:48.2279492+02:00x',
    '20.02.2025',
    'Thu, 31 Feb 2025 22:30:48 GMT',
    'Thu, 20 Foo 2025 22:30:48 GMT',
  ])('is not read from "%s"', (text) => {
    expect(readInstant(text)).toBeUndefined();
    expect(readDay(text)).toBeUndefined();
  });
});

describe('a day', () => {
  it.each([
    ['2021-05-15T00:00:00', '2021-05-15'],
    ['2021-05-15T00:00:00Z', '2021-05-15'],
    ['1975-06-01T00:00:00+03:00', '1975-06-01'],
    ['2021-05-15T23:30:00', '2021-05-15'],
    ['2021-05-15T23:30:00+03:00', '2021-05-15'],
    ['2021-05-14T21:00:00Z', '2021-05-15'],
    ['2021-12-14T21:00:00Z', '2021-12-14'],
    ['2021-05-15', '2021-05-15'],
    ['Sat, 15 May 2021 12:00:00 GMT', '2021-05-15'],
  ])('is read from %s as %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });
});

describe('the time of Tallinn', () => {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Tallinn',
    dateStyle: 'short',
    timeStyle: 'medium',
  });

  it('is what the tables of the platform say', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2002, 3) / 1000, max: Date.UTC(2037, 0) / 1000 }), (seconds) => {
        const local = new Date(seconds * 1000 + offsetInTallinn(seconds * 1000)).toISOString();
        expect(local.slice(0, 19).replace('T', ' ')).toBe(shown.format(seconds * 1000));
      }),
    );
  });

  it('changes at one in the morning of Greenwich', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(offsetInTallinn(change - 1)).toBe(7_200_000);
    expect(offsetInTallinn(change)).toBe(10_800_000);
    expect(offsetInTallinn(Date.UTC(2026, 9, 25, 1))).toBe(7_200_000);
  });

  it('goes back to the instant it came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2037, 0) / 1000 }), (seconds) => {
        const instant = seconds * 1000;
        const local = instant + offsetInTallinn(instant);
        // In the hour that clocks show twice, the later one is meant.
        expect([instant, instant + 3_600_000]).toContain(instantInTallinn(local));
      }),
    );
  });
});
