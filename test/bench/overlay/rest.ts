import type { BenchRow } from '../bench-row.ts';
import { askWorld, marketAddress, openMarket, type OverlayBench } from './overlay-bench.ts';
import { openPageTools } from './page-tools.ts';
import { judge } from './overlay-row.ts';

const seconds = 60;
const wakeUps = new Set([
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'EventDispatch',
  'RunMicrotasks',
]);

/**
 * A page that nobody touches. In Chromium whatever ran in the page's process is counted, in Firefox what code of the
 * extension's world put off.
 */
export async function measureRest(bench: OverlayBench): Promise<BenchRow> {
  const page = await openMarket(bench, marketAddress(100));
  await sleep(5000);
  await askWorld(page, 'begin');
  const tools = bench.kind === 'chromium' ? await openPageTools(bench.profile, '/secondmarket') : null;
  let ran = 0;
  if (tools === null) await sleep(seconds * 1000);
  else {
    const events = await tools.trace(() => sleep(seconds * 1000));
    ran = events.filter(({ name }) => wakeUps.has(name)).length;
    tools.close();
  }
  const { putOff } = (await askWorld(page, 'read')).counts;
  await page.close();
  return judge(
    bench.kind,
    `timers and wake-ups in ${seconds} s of rest`,
    { ours: putOff + ran, floor: 0, unit: 'times', bar: '0', holds: putOff + ran === 0 },
    { 'put off': putOff },
  );
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
