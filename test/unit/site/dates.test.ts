import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDay, formatDay, type Day } from '#lib/base/day.ts';
import { createDateOrder, learnDateOrder, parseDate, settleDate } from '#lib/site/dates.ts';

const languages = ['en', 'et', 'de', 'fi', 'es'];

/** Reads a date beside others of its table, as ISO; undefined when it is no date at all. */
function read(text: string, others: readonly string[] = []): string | null | undefined {
  const order = createDateOrder();
  for (const other of [...others, text]) {
    const date = parseDate(other, languages);
    if (date) learnDateOrder(order, date);
  }
  const date = parseDate(text, languages);
  const day = date && settleDate(date, order);
  return typeof day === 'number' ? formatDay(day) : day;
}

describe('reading one date', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22 14:05', '2026-11-22'],
    ['2026-11-22T14:05:00', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['1.2.2026', '2026-02-01'],
    ['01. 02. 2026', '2026-02-01'],
    ['22/11/2026 00:01', '2026-11-22'],
    ['11/22/2026', '2026-11-22'],
    ['07.01.2016', '2016-01-07'],
    ['07/07/2016', '2016-07-07'],
    ['22-11-2026', '2026-11-22'],
    ['22 Nov 2026', '2026-11-22'],
    ['Nov 22, 2026', '2026-11-22'],
    ['22. November 2026', '2026-11-22'],
    ['1. März 2021', '2021-03-01'],
    ['1. Mrz 2021', '2021-03-01'],
    ['5 Okt 2018', '2018-10-05'],
    ['7. jaanuar 2016', '2016-01-07'],
    ['3. maaliskuuta 2021', '2021-03-03'],
    ['7 de enero de 2016', '2016-01-07'],
    ['7 ene. 2016', '2016-01-07'],
    ['22.11.2026\nin 3 days', '2026-11-22'],
  ])('takes %j for %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    '',
    '-',
    'Okt 2018',
    '12.2016',
    '31.02.2026',
    '13/13/2026',
    '07/01/16',
    '22.11-2026',
    '1.1.1900',
    'tomorrow',
    '22 Foo 2026',
    '1.669,58',
    '22.11.2026\n23.11.2026',
  ])('takes %j for no date', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('settling the order of dates', () => {
  it('believes a day above twelve', () => {
    expect(read('07/01/2016', ['01/25/2016'])).toBe('2016-07-01');
    expect(read('07/01/2016', ['25/01/2016'])).toBe('2016-01-07');
  });

  it('leaves dates unknown when days above twelve stand in both places', () => {
    expect(read('07/01/2016', ['01/25/2016', '25/01/2016'])).toBeNull();
    expect(read('25/01/2016', ['01/25/2016'])).toBe('2016-01-25');
  });

  it('takes the day to be first between points', () => {
    expect(read('07.01.2016', ['08.02.2016', '09.01.2016'])).toBe('2016-01-07');
    expect(read('07.01.2016', ['07.02.2016'])).toBe('2016-01-07');
  });

  it('leaves dates with strokes unknown where nothing settles them', () => {
    expect(read('07/01/2016', ['08/02/2016', '09/01/2016'])).toBeNull();
    expect(read('07-01-2016')).toBeNull();
  });

  it('keeps to the order that a person told', () => {
    const settle = (text: string, told: Parameters<typeof createDateOrder>[0]): string | null => {
      const date = parseDate(text, languages);
      const day = date ? settleDate(date, createDateOrder(told)) : null;
      return day === null ? null : formatDay(day);
    };
    expect(settle('07/01/2016', 'day-month-year')).toBe('2016-01-07');
    expect(settle('07/01/2016', 'month-day-year')).toBe('2016-07-01');
    expect(settle('07/01/2016', 'year-month-day')).toBeNull();
    expect(settle('25/01/2016', 'month-day-year')).toBeNull();
    expect(settle('2016-01-07', 'month-day-year')).toBe('2016-01-07');
  });

  it('leaves dates unknown whose second numbers vary like days', () => {
    expect(read('12.01.2021', ['12.05.2021', '12.10.2021'])).toBeNull();
    expect(read('12/12/2021', ['12/05/2021', '12/10/2021'])).toBe('2021-12-12');
  });

  it('reads back any day of a year in a column that shows all its days', () => {
    const day = fc.integer({ min: 16_000, max: 22_000 }).map((n) => n as Day);
    fc.assert(
      fc.property(day, fc.constantFrom('.', '/', '-'), fc.boolean(), (value, mark, monthFirst) => {
        const write = (shown: Day): string => {
          const [year = '', month = '', dayOfMonth = ''] = formatDay(shown).split('-');
          return (monthFirst ? [month, dayOfMonth, year] : [dayOfMonth, month, year]).join(mark);
        };
        const telling = write(createDay(2021, 3, 28) as Day);
        expect(read(write(value), [telling])).toBe(formatDay(value));
      }),
      { numRuns: 1000 },
    );
  });
});
