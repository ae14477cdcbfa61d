import { describe, expect, it } from 'vitest';
import { decodeTable, readCsv, writeCsv } from '#components/backup/read-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a table of notes', () => {
  it.each([
    ['semicolons', '1234;late, twice, thrice;a, b\r\n77;"with ; inside";\r\n'],
    ['commas', '1234,"late, twice, thrice","a, b"\n77,with ; inside,\n'],
    ['tabs', '1234\tlate, twice, thrice\ta, b\n77\twith ; inside\t\n'],
    ['a byte order mark and semicolons', '\uFEFF1234;late, twice, thrice;a, b\n77;"with ; inside";'],
  ])('is read with %s', (_, text) => {
    expect(readCsv(decodeTable(bytes(text))).filter((row) => row.length > 1)).toEqual([
      ['1234', 'late, twice, thrice', 'a, b'],
      ['77', 'with ; inside', ''],
    ]);
  });

  it('is read whatever stands in its notes', () => {
    const rows = [
      ['loan', 'note', 'tags'],
      ['12', 'a; b; c; d\nand "more"', ''],
      ['13', '\u202Eright to left\u0000', '😀,x'],
    ];
    expect(readCsv(writeCsv(rows)).slice(0, 3)).toEqual(rows);
  });

  it('is read in the encodings that spreadsheets write', () => {
    const text = '12;päris hea;ä\n';
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    const old = Uint8Array.from(text, (character) => character.charCodeAt(0));
    for (const file of [bytes(text), wide, old]) expect(decodeTable(file)).toBe(text);
  });
});
