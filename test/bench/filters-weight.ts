import { gzipSync } from 'node:zlib';
import type { BenchRow } from './bench-row.ts';
import { bundleSource } from './in-browser/bundle-source.ts';

const limit = 8 * 1024;
const file = (name: string): string => new URL(`../../lib/formula/${name}.ts`, import.meta.url).pathname;

/**
 * What the formula engine weighs in an extension: reading, checking and running formulas, minified and packed.
 * The field catalogue and the day arithmetic, which other parts use too, are left out.
 */
export async function measureWeight(): Promise<BenchRow> {
  const engine = await weigh(['check', 'compile']);
  const withTools = await weigh(['check', 'compile', 'row-columns', 'print', 'explain']);
  const ratio = engine / limit;
  return {
    area: 'filters',
    what: 'weight of the formula engine',
    browser: 'node',
    ours: engine,
    floor: limit,
    rivals: { 'with printing and explaining': withTools },
    ratio,
    bar: '≤ 8 KB gzip',
    holds: ratio <= 1,
    unit: 'bytes',
  };
}

/** Bytes of these modules and what they import, minified and packed. */
async function weigh(names: readonly string[]): Promise<number> {
  const source = names.map((name) => `export * from '${file(name)}';`).join('\n');
  const code = await bundleSource(source, {
    preserveEntrySignatures: 'strict',
    external: (id) => id.startsWith('#lib/loan/') || id.startsWith('#lib/base/'),
    output: { format: 'es' },
  });
  return gzipSync(code, { level: 9 }).length;
}
