import { browserKinds, type BrowserKind } from '#test/browsers/test-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { openBenchPage } from './in-browser/run-in-browser.ts';
import { withPage } from './in-browser/with-page.ts';
import type * as notesPage from './notes/notes-page.ts';

export const area = 'notes';

const module = new URL('./notes/notes-page.ts', import.meta.url);
const notes = 20_000;
const saves = 301;

/** Searching 20,000 notes, and saving one among them, in both browsers. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const kind of browserKinds) {
    rows.push(
      ...(await withPage(
        () => openBenchPage<typeof notesPage>(kind, module),
        async (page) => [
          judge(
            kind,
            'search of 20,000 notes for six queries, over a bare scan',
            await page.call('measureSearch', notes),
            2,
          ),
          judge(
            kind,
            'one save among 20,000 notes, over a bare strict put',
            await page.call('measureSave', notes, saves),
            1.25,
          ),
        ],
      )),
    );
  }
  return rows;
}

function judge(browser: BrowserKind, what: string, { ours, floor }: notesPage.Pair, most: number): BenchRow {
  const ratio = ours / floor;
  const bar = `at most ${most} × the floor`;
  return { area, what, browser, ours, floor, rivals: {}, ratio, bar, holds: ratio <= most, unit: 'ms' };
}
