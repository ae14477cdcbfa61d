import type { BenchRow } from './bench-row.ts';
import { measureFinance } from './finance-measure.ts';
import type * as measures from './finance-measure.ts';
import { runInBrowser } from './in-browser/run-in-browser.ts';

export const area = 'finance';

const module = new URL('./finance-measure.ts', import.meta.url);

/** Yearly returns in Node and in Chromium's extension page. */
export async function run(): Promise<BenchRow[]> {
  const page = await runInBrowser<typeof measures, 'measureFinance'>(
    'chromium',
    module,
    'measureFinance',
    'chromium',
  );
  return [...measureFinance('node'), ...page];
}
