import type { TestPage } from '#test/browsers/test-browser.ts';
import type { BenchRow } from '../bench-row.ts';
import { marketAddress, openMarket, type OverlayBench } from './overlay-bench.ts';
import { openPageTools } from './page-tools.ts';
import { judge } from './overlay-row.ts';

const switches = 50;
const limit = 2 * 1024 * 1024;

/** A person pages through the market: what stays in memory. */
export async function measureHeap(bench: OverlayBench): Promise<BenchRow> {
  const page = await openMarket(bench, marketAddress(50, 'loading:ajax'));
  const tools = await openPageTools(bench.profile, '/secondmarket');
  await turnPages(page, 10);
  const before = await tools.measureHeap();
  await turnPages(page, switches);
  const grown = (await tools.measureHeap()) - before;
  tools.close();
  await page.close();
  return judge(bench.kind, `heap grown by ${switches} page switches`, {
    ours: grown,
    floor: limit,
    unit: 'bytes',
    bar: '< 2 MB',
    holds: grown < limit,
  });
}

/** Forth and back, each time until the rows of the other page have all their cells. */
async function turnPages(page: TestPage, times: number): Promise<void> {
  await page.evaluate(async (count) => {
    const keyOf = (): string | undefined =>
      document.querySelector<HTMLElement>('tr.offer[data-bondlens-row]')?.dataset['bondlensRow'];
    const until = async (test: () => boolean): Promise<void> => {
      while (!test()) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    for (let i = 0; i < count; i += 1) {
      const before = keyOf();
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.pagination a.js-page')];
      links.find((link) => link.textContent.trim() === (i % 2 === 0 ? '›' : '‹'))?.click();
      await until(
        () =>
          keyOf() !== undefined &&
          keyOf() !== before &&
          document.documentElement.dataset['bondlens'] === 'ready',
      );
    }
  }, times);
}
