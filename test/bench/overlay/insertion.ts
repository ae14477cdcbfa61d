import type { BenchRow } from '../bench-row.ts';
import { median } from '../take-turns.ts';
import {
  askWorld,
  callPage,
  marketAddress,
  openBare,
  openMarket,
  readHtml,
  type OverlayBench,
} from './overlay-bench.ts';
import { judge } from './overlay-row.ts';
import { readMark } from './read-mark.ts';

const most = 1.25;
/** Milliseconds that a person does not feel. */
const unfelt = 50;

/** Rows come into the table: how long until all our cells are laid out, against the same cells put in by hand. */
export async function measureInsertion(
  bench: OverlayBench,
  rows: number,
  rounds: number,
): Promise<BenchRow[]> {
  const page = await openMarket(bench, marketAddress(rows));
  const html = await readHtml(page);
  await callPage(page, 'keepRows', html);
  await callPage(page, 'insertWithExtension');
  const shown = await callPage(page, 'readShown', await readMark(page));
  if (shown.rows.length !== rows || shown.rows.some(({ cells }) => cells.length !== 7))
    throw new Error(`The table has ${shown.rows.length} rows, or not seven cells of ours in each.`);
  const bare = await openBare(bench, html);
  await callPage(bare, 'keepRows', html);
  await callPage(bare, 'prepareInsertion', shown);

  const times = {
    ours: [] as number[],
    longest: [] as number[],
    floor: [] as number[],
    floorLongest: [] as number[],
    painted: [] as number[],
  };
  let layouts = 0;
  for (let round = -2; round < rounds; round += 1) {
    await bare.bringToFront();
    const first = await callPage(bare, 'insertBare', 'first frame');
    const painted = await callPage(bare, 'insertBare', 'painted');
    await page.bringToFront();
    await askWorld(page, 'begin');
    const ours = await callPage(page, 'insertWithExtension');
    layouts = Math.max(layouts, (await askWorld(page, 'read')).counts.layout);
    if (round < 0) continue;
    times.ours.push(ours.ms);
    times.longest.push(ours.longest);
    times.floor.push(first.ms);
    times.floorLongest.push(first.longest);
    times.painted.push(painted.ms);
  }
  await bare.close();
  await page.close();
  const [ours, floor, painted] = [median(times.ours), median(times.floor), median(times.painted)];
  const [longest, floorLongest] = [median(times.longest), median(times.floorLongest)];
  const isSmall = rows <= 100;
  return [
    judge(
      bench.kind,
      `six columns on ${rows} rows, until laid out`,
      { ours, floor, unit: 'ms', bar: `≤ ${most} × the same cells by hand`, holds: ours <= most * floor },
      { 'by hand after the page has painted': painted },
    ),
    judge(bench.kind, `layout asked for in a pass over ${rows} rows`, {
      ours: layouts,
      floor: 0,
      unit: 'calls',
      bar: '0',
      holds: layouts === 0,
    }),
    judge(bench.kind, `longest wait of the page while ${rows} rows come`, {
      ours: longest,
      floor: floorLongest,
      unit: 'ms',
      bar: isSmall ? `≤ ${unfelt} ms, or than by hand` : 'not longer than by hand',
      holds: longest <= Math.max(isSmall ? unfelt : 0, floorLongest * 1.05),
    }),
  ];
}
