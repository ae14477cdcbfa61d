import type { BenchRow } from '../bench-row.ts';
import { askWorld, marketAddress, openMarket, type OverlayBench } from './overlay-bench.ts';
import { judge } from './overlay-row.ts';
import type { TestPage } from '#test/browsers/test-browser.ts';

/** What moves on a page after our columns were first painted: when the bar, the panels and the mirror's answer come. */
export async function measureShift(bench: OverlayBench, rows: number): Promise<BenchRow> {
  const page = await openMarket(bench, marketAddress(rows));
  await waitForBar(page);
  const { positions } = await askWorld(page, 'read');
  const score = bench.kind === 'chromium' ? await readShiftScore(page, positions?.paintedAt ?? 0) : null;
  await page.close();
  if (positions === null) throw new Error('No columns came.');
  return judge(
    bench.kind,
    `boxes that move after our columns were painted, of ${positions.looked} (${rows} rows)`,
    {
      ours: positions.moved,
      floor: 0,
      unit: 'boxes',
      bar: '0',
      holds: positions.moved === 0 && (score ?? 0) === 0,
    },
    { 'farthest, px': positions.farthest, ...(score === null ? {} : { 'layout-shift score': score }) },
  );
}

/** Waits until something stands in the bar, and then for what comes with it. */
async function waitForBar(page: TestPage): Promise<void> {
  await page.waitForPrivate((roots) =>
    roots.some((root) => root.querySelector('input[aria-label="Filter formula"]') !== null),
  );
  await page.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 1000)));
}

/** Chromium's own sum of what shifted since. */
function readShiftScore(page: TestPage, since: number): Promise<number> {
  return page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        const sum = (entries: PerformanceEntryList): number =>
          entries
            .filter(({ startTime }) => startTime >= from)
            .reduce((total, entry) => total + (entry as unknown as { value: number }).value, 0);
        new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        setTimeout(() => resolve(0), 500);
      }),
    since,
  );
}
