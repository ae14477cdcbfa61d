import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPage } from '#lib/site/read-page.ts';
import { describeReport } from '../describe-report.ts';
import { checkFigures } from './check-figures.ts';
import { checkPage, type PageCheck } from './check-page.ts';
import type { ExpectedPage, TrueRow } from './expected-page.ts';
import { makeVariants, savedPages, writeExpected } from './make.ts';

const read = (file: string): string => readFileSync(new URL(file, savedPages), 'utf8');
const files = readdirSync(savedPages).toSorted();
const names = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -5));
// One window for all pages: a window each would take longer than the reading.
const parser = new new JSDOM('').window.DOMParser();

describe('saved variants of the sandbox’s pages', () => {
  it('are what their maker makes', () => {
    const made = makeVariants();
    expect(files).toEqual(made.flatMap(({ name }) => [`${name}.html`, `${name}.json`]).toSorted());
    for (const page of made) {
      expect(read(`${page.name}.html`) === page.html, `${page.name}: make the variants anew`).toBe(true);
      expect(read(`${page.name}.json`)).toBe(writeExpected(page));
    }
  });

  it.each(names)('%s gives true values or none', (name) => {
    const expected = JSON.parse(read(`${name}.json`)) as ExpectedPage;
    const document = parser.parseFromString(read(`${name}.html`), 'text/html');
    const report = readPage(document, new URL(expected.url));
    expect(report).toMatchObject({ kind: expected.kind, generation: expected.generation });
    const checks = [checkPage(describeReport(report), expected), checkFigures(report, expected)];
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect([...new Set(checks.flatMap(({ missed }) => missed))]).toEqual([]);
  });

  it.each(['market-b-english', 'investments-c-english', 'auction-a-german'])(
    '%s would not do with another value, another id or a row too many',
    (name) => {
      const expected = JSON.parse(read(`${name}.json`)) as ExpectedPage;
      const [first, ...others] = expected.rows ?? [];
      if (!first) throw new Error('The page has no rows.');
      const check = (rows: readonly TrueRow[]): PageCheck =>
        checkPage({ kind: '', generation: null, columns: [], rows }, expected);
      expect(check([first, ...others])).toMatchObject({ wrong: [], missed: [] });
      const dearer = { ...first, fields: { ...first.fields, interest: 0.99 } };
      expect(check([dearer, ...others]).wrong).toEqual([
        `interest is read as 0.99, is ${first.fields.interest}`,
      ]);
      const other = { ...first, ids: { ...first.ids, auctionNumber: 1 } };
      expect(check([other, ...others]).wrong).toEqual(['auctionNumber']);
      expect(check([first, first, ...others]).wrong).toHaveLength(1);
      expect(check(others).missed).toHaveLength(1);
    },
  );
});
