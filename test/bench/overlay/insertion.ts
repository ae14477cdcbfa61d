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
import type { Insertion } from './page/insertion.ts';
import { readMark } from './read-mark.ts';

const most = 1.25;
/** Milliseconds that a person does not feel. */
const unfelt = 50;
/** More rows than these are worked on in turns with the page. */
const inTurnsFrom = 150;

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

  const times = { ours: newSeries(), first: newSeries(), painted: newSeries() };
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
    note(times.ours, ours);
    note(times.first, first);
    note(times.painted, painted);
  }
  await bare.close();
  await page.close();
  const ours = middle(times.ours);
  const first = middle(times.first);
  const painted = middle(times.painted);
  // What takes turns with the page lets it paint its rows first; few rows are painted with our cells at once.
  const floor = rows > inTurnsFrom ? painted : first;
  return [
    judge(
      bench.kind,
      `six columns on ${rows} rows, until laid out`,
      {
        ours: ours.ms,
        floor: floor.ms,
        unit: 'ms',
        bar: `≤ ${most} × the same cells by hand${rows > inTurnsFrom ? ', once the page has painted' : ''}`,
        holds: ours.ms <= most * floor.ms,
      },
      rows > inTurnsFrom ? { 'by hand before the page paints': first.ms } : {},
    ),
    judge(bench.kind, `layout asked for in a pass over ${rows} rows`, {
      ours: layouts,
      floor: 0,
      unit: 'calls',
      bar: '0',
      holds: layouts === 0,
    }),
    judge(bench.kind, `longest wait of the page while ${rows} rows come`, {
      ours: ours.longest,
      floor: floor.longest,
      unit: 'ms',
      bar: rows > inTurnsFrom ? 'not longer than by hand' : `≤ ${unfelt} ms, or than by hand`,
      holds: ours.longest <= Math.max(rows > inTurnsFrom ? 0 : unfelt, floor.longest * 1.05),
    }),
  ];
}

interface Series {
  ms: number[];
  longest: number[];
}

function newSeries(): Series {
  return { ms: [], longest: [] };
}

function note(series: Series, { ms, longest }: Insertion): void {
  series.ms.push(ms);
  series.longest.push(longest);
}

function middle({ ms, longest }: Series): Insertion {
  return { ms: median(ms), longest: median(longest) };
}
