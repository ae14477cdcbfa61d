import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPage } from '#lib/site/read-page.ts';
import { describeReport } from '../describe-report.ts';
import { checkPage } from './check-page.ts';
import type { ExpectedPage } from './expected-page.ts';
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
    const { wrong, missed } = checkPage(describeReport(report), expected);
    expect(wrong).toEqual([]);
    expect([...new Set(missed)]).toEqual([]);
  });
});
