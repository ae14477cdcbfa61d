import type { BenchRow } from './bench-row.ts';
import { measureFilters } from './filters-measure.ts';
import type * as measures from './filters-measure.ts';
import { measureWeight } from './filters-weight.ts';
import { runInBrowser } from './in-browser/run-in-browser.ts';

export const area = 'filters';

const module = new URL('./filters-measure.ts', import.meta.url);

/** Filters in Node and in Chromium's extension page, and what the engine weighs. */
export async function run(): Promise<BenchRow[]> {
  const here = measureFilters('node');
  const page = await runInBrowser<typeof measures, 'measureFilters'>(
    'chromium',
    module,
    'measureFilters',
    'chromium',
  );
  return [...here, await measureWeight(), ...page];
}
