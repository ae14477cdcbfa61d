import { browserKinds } from '#test/browsers/test-browser.ts';
import requireBuilds from '#test/e2e/require-builds.ts';
import type { BenchRow } from './bench-row.ts';
import { measureIngestInBrowser, measureIngestInNode } from './mirror/ingest.ts';
import { measurePlan } from './mirror/plan.ts';
import { startSandboxProcess } from './mirror/sandbox-process.ts';
import { measureStore } from './mirror/store.ts';
import { measureWake } from './mirror/wake.ts';

export const area = 'mirror';

/** How many listings the market has: BENCH_LISTINGS, for a quick run; 100,000 are 210 MB. */
const listings = Number(process.env['BENCH_LISTINGS'] ?? 100_000);

/** The mirror of a full market, in the built extension where that is what counts: BENCH_BROWSERS names where (node, chromium, firefox), all three when left out. */
export async function run(): Promise<BenchRow[]> {
  const where = process.env['BENCH_BROWSERS']?.split(',') ?? ['node', ...browserKinds];
  const browsers = browserKinds.filter((name) => where.includes(name));
  if (browsers.length > 0) requireBuilds();
  const sandbox = await startSandboxProcess(listings);
  const rows: BenchRow[] = [];
  try {
    if (where.includes('node')) rows.push(await measurePlan(), ...(await measureIngestInNode(sandbox)));
    for (const kind of browsers) {
      rows.push(...(await measureIngestInBrowser(kind, sandbox)));
      rows.push(...(await measureStore(kind, sandbox)));
      rows.push(...(await measureWake(kind, sandbox)));
    }
  } finally {
    await sandbox.close();
  }
  return rows;
}
