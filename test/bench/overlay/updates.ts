import type { BenchRow } from '../bench-row.ts';
import { askWorld, callPage, marketAddress, openMarket, type OverlayBench } from './overlay-bench.ts';
import { judge } from './overlay-row.ts';

const updates = 200;
const most = 1.5;

/** The page changes one row after another: what each sets off must not depend on how many rows there are. */
export async function measureUpdates(bench: OverlayBench): Promise<BenchRow[]> {
  const run = async (rows: number) => {
    const page = await openMarket(bench, marketAddress(rows));
    await callPage(page, 'updateRows', 20);
    const { ms, written } = await callPage(page, 'updateRows', updates);
    // Counted apart: counting costs.
    await askWorld(page, 'begin with rows');
    await callPage(page, 'updateRows', 1);
    const { rowsRead } = (await askWorld(page, 'read')).counts;
    await page.close();
    return { ms, written, rowsRead };
  };
  const few = await run(100);
  const many = await run(1000);
  return [
    judge(bench.kind, `${updates} single-row updates of 1,000 rows: each, against one of 100 rows`, {
      ours: many.ms,
      floor: few.ms,
      unit: 'ms',
      bar: `≤ ${most} ×`,
      holds: many.ms <= most * few.ms,
    }),
    judge(
      bench.kind,
      'rows touched by a single-row update of 1,000 rows',
      {
        ours: Math.max(many.rowsRead, many.written),
        floor: 1,
        unit: 'rows',
        bar: '1',
        holds: many.rowsRead === 1 && many.written === 1,
      },
      { read: many.rowsRead, written: many.written },
    ),
  ];
}
