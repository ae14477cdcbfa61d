import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPage } from '#lib/site/read-page.ts';
import { describeReport } from './describe-report.ts';

const folder = new URL('saved/', import.meta.url);
const files = readdirSync(folder);
const names = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -5));

function read(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

interface Expected {
  url: string;
  kind: string;
  generation: string | null;
  columns: unknown[];
  rows: unknown[];
  problem?: string;
}

describe('saved pages', () => {
  it('stand in pairs of a page and its reading', () => {
    expect(names.length).toBeGreaterThan(40);
    expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.json`]).toSorted());
  });

  it.each(names)('%s reads as written beside it', (name) => {
    const { url, problem = null, columns, ...expected } = JSON.parse(read(`${name}.json`)) as Expected;
    const { document } = new JSDOM(read(`${name}.html`), { url }).window;
    const before = document.documentElement.outerHTML;
    const report = readPage(document, new URL(url));
    const { columns: described, ...others } = describeReport(report);
    expect(others).toEqual(expected);
    expect(described).toMatchObject(columns);
    expect(report.problem).toBe(problem);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
