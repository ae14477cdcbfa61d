import { browserKinds } from '#test/browsers/test-browser.ts';
import requireBuilds from '#test/e2e/require-builds.ts';
import type { BenchRow } from './bench-row.ts';
import { measureHeap } from './overlay/heap.ts';
import { measureInsertion } from './overlay/insertion.ts';
import { measureShift } from './overlay/load.ts';
import { withOverlayBench } from './overlay/overlay-bench.ts';
import { measureRest } from './overlay/rest.ts';
import { measureUpdates } from './overlay/updates.ts';
import { measureContentScript } from './overlay/weight.ts';

export const area = 'overlay';

/** What lies over the market's page costs it: the built extension in both browsers, or in those that BENCH_BROWSERS names. */
export async function run(): Promise<BenchRow[]> {
  const where = process.env['BENCH_BROWSERS']?.split(',') ?? browserKinds;
  requireBuilds();
  const rows: BenchRow[] = [];
  for (const kind of browserKinds.filter((name) => where.includes(name))) {
    rows.push(measureContentScript(kind));
    rows.push(
      ...(await withOverlayBench(kind, async (bench) => [
        ...(await measureInsertion(bench, 100, 15)),
        ...(await measureInsertion(bench, 1000, 7)),
        ...(await measureUpdates(bench)),
        await measureShift(bench, 100),
        ...(kind === 'chromium' ? [await measureHeap(bench)] : []),
        await measureRest(bench),
      ])),
    );
  }
  return rows;
}
