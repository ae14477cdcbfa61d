import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import type { BrowserKind } from '#test/browsers/test-browser.ts';
import type { BenchRow } from '../bench-row.ts';
import { judge } from './overlay-row.ts';

const limit = 28 * 1024;

/** What every page of the market loads, packed. */
export function measureContentScript(kind: BrowserKind): BenchRow {
  const packed = gzipSync(readFileSync(join(extensionDirs[kind], 'content-scripts/market.js')), {
    level: 9,
  }).length;
  return judge(kind, 'content script of the market page', {
    ours: packed,
    floor: limit,
    unit: 'bytes',
    bar: '≤ 28 KB gzip',
    holds: packed <= limit,
  });
}
