import { browserKinds } from '#test/browsers/test-browser.ts';
import type { BenchRow } from './bench-row.ts';
import { measurePlan } from './mirror/plan.ts';
import { startSandboxProcess } from './mirror/sandbox-process.ts';
import { measureWake } from './mirror/wake.ts';

export const area = 'mirror';

/** How many listings the market has: BENCH_LISTINGS, for a quick run; 100,000 are 210 MB. */
const listings = Number(process.env['BENCH_LISTINGS'] ?? 100_000);

/** The mirror of a full market: BENCH_BROWSERS names where (node, chromium, firefox), all three when left out. */
export async function run(): Promise<BenchRow[]> {
  const where = process.env['BENCH_BROWSERS']?.split(',') ?? ['node', ...browserKinds];
  const sandbox = await startSandboxProcess(listings);
  const rows: BenchRow[] = [];
  try {
    if (where.includes('node')) rows.push(await measurePlan());
    for (const kind of browserKinds.filter((name) => where.includes(name))) {
      rows.push(...(await measureWake(kind, sandbox)));
    }
  } finally {
    await sandbox.close();
  }
  return rows;
}
