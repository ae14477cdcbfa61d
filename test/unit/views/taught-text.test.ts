import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTaught } from '#lib/views/describe-taught.ts';
import { sealText } from '#lib/views/sealed-text.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { readTaughtText, writeTaughtText } from '#lib/views/taught-text.ts';

const page: TaughtPage = {
  id: 'one',
  host: 'app.bondora.com',
  path: '/market/*/offers',
  kind: 'secondary-market',
  headers: ['Qwx', '', 'Zrt', 'Zrt', ''],
  columns: [
    { header: 'Qwx', nth: 0, fields: ['auctionNumber'] },
    { header: 'Zrt', nth: 1, fields: ['price', 'discount'] },
    { header: '', nth: 1, fields: [] },
  ],
  decimal: ',',
  dates: 'day-month-year',
  taughtAt: 5,
};

const seal = (parts: unknown): string => sealText('bondlens-page-1', JSON.stringify(parts));
const parts = ['app.bondora.com', '/a', 'investments', ['A', 'B'], [[0, ['interest']]], '', ''];
const faultOf = (text: string): string => {
  const read = readTaughtText(text, 'new', 9);
  return 'fault' in read ? read.fault : 'none';
};

describe('a taught page as a text', () => {
  it('comes back as it was, under another id and date', () => {
    expect(readTaughtText(writeTaughtText(page), 'new', 9)).toEqual({
      page: { ...page, id: 'new', taughtAt: 9 },
    });
  });

  it('survives line breaks that a mail puts in', () => {
    const text = writeTaughtText(page).replaceAll(/(.{20})/g, '$1\n  ');
    expect(readTaughtText(text, 'new', 9)).toHaveProperty('page');
  });

  it('is refused with a reason when it is another thing, damaged or of another version', () => {
    expect(faultOf('hello')).toContain('not the text of a page');
    expect(faultOf(sealText('bondlens-view-1', '[]'))).toContain('not the text of a page');
    expect(faultOf(sealText('bondlens-page-2', '[]'))).toContain('another version');
    expect(faultOf(writeTaughtText(page).slice(0, -1))).toContain('damaged');
    expect(faultOf('x'.repeat(100_000))).toContain('too long');
  });

  it('is refused with a reason when its parts are not what they must be', () => {
    expect(readTaughtText(seal(parts), 'new', 9)).toHaveProperty('page');
    const without = (at: number, value: unknown): string => seal(parts.with(at, value as string));
    expect(faultOf(seal({ host: 'a' }))).toContain('not put together');
    expect(faultOf(without(0, 'evil.example'))).toContain('another site');
    expect(faultOf(without(0, 'www.bondora.com.evil.example'))).toContain('another site');
    expect(faultOf(without(1, 'javascript:alert(1)'))).toContain('its address');
    expect(faultOf(without(2, 'dashboard'))).toContain('its address');
    expect(faultOf(without(3, ['x'.repeat(300)]))).toContain('its table');
    expect(faultOf(without(4, [[2, ['interest']]]))).toContain('a column that its table does not have');
    expect(faultOf(without(4, [[0, ['noteText']]]))).toContain('a field that is not known');
    expect(faultOf(without(4, [[0, ['__proto__']]]))).toContain('a field that is not known');
    expect(faultOf(without(4, [[0, []]]))).toContain('no column');
    expect(faultOf(without(5, 'both'))).toContain('format');
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => sealText('bondlens-page-1', json)),
        ),
        (text) => {
          const read = readTaughtText(text, 'new', 9);
          return 'page' in read || read.fault.endsWith('.');
        },
      ),
    );
  });
});

describe('a taught page in words', () => {
  it('says where it holds and what each column holds', () => {
    expect(describeTaught(page)).toEqual([
      'Pages of app.bondora.com/market/*/offers, a table of 5 columns: secondary market.',
      '“Qwx”: loan number.',
      '“Zrt”, number 2: price and discount.',
      'Column without a header, number 2: nothing of a loan.',
      'Numbers have a decimal comma.',
      'Dates are written day, month, year.',
    ]);
  });
});
