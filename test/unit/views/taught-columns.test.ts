import { describe, expect, it } from 'vitest';
import { countHeaders, foldHeader, matchTaughtColumns } from '#lib/views/taught-columns.ts';

const taught = {
  headers: ['Number', 'Cost', 'Date', 'Date', ''],
  columns: [
    { header: 'Cost', nth: 0, fields: ['price'] },
    { header: 'Date', nth: 1, fields: ['listedOnDate'] },
    { header: '', nth: 0, fields: ['rating'] },
    { header: 'Number', nth: 0, fields: [] },
  ],
} as const;

describe('matchTaughtColumns', () => {
  it('gives what was said of each column, wherever it stands now', () => {
    expect(matchTaughtColumns(taught, taught.headers)).toEqual([
      [],
      ['price'],
      null,
      ['listedOnDate'],
      ['rating'],
    ]);
    expect(matchTaughtColumns(taught, ['', 'COST ▲', 'Number', 'Date', 'Date'])).toEqual([
      ['rating'],
      ['price'],
      [],
      null,
      ['listedOnDate'],
    ]);
  });

  it('says nothing of columns of which there are more or fewer than there were', () => {
    expect(matchTaughtColumns(taught, ['Number', 'Cost', 'Date', '', ''])).toEqual([
      [],
      ['price'],
      null,
      null,
      null,
    ]);
  });

  it('takes a table for another one when most headers are others, or nothing that was meant is there', () => {
    expect(matchTaughtColumns(taught, ['A', 'Cost', 'B', ''])).toBeUndefined();
    expect(matchTaughtColumns(taught, ['Number', 'Date', 'C'])).toBeUndefined();
  });

  it('knows a table without words by the number of its columns', () => {
    const bare = { headers: ['', '', ''], columns: [{ header: '', nth: 1, fields: ['price'] }] } as const;
    expect(matchTaughtColumns(bare, ['', '', ''])).toEqual([null, ['price'], null]);
    expect(matchTaughtColumns(bare, ['', ''])).toBeUndefined();
  });
});

describe('headers', () => {
  it('are compared without signs and case, and counted where they are the same', () => {
    expect(foldHeader(' Interest ▼ (%)')).toBe('interest %');
    expect(countHeaders(['A', 'a ↑', 'B', ''])).toEqual([0, 1, 0, 0]);
  });
});
