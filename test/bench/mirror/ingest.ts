import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from '#test/browsers/test-browser.ts';
import type { BenchRow } from '../bench-row.ts';
import { openBenchPage } from '../in-browser/run-in-browser.ts';
import { withPage } from '../in-browser/with-page.ts';
import { findExtensionProcess } from '../process-memory.ts';
import { median } from '../take-turns.ts';
import type { IngestOrder } from './ingest-child.ts';
import type * as ingestPage from './ingest-page.ts';
import type { PageRun } from './ingest-page.ts';
import type { IngestWayName } from './ingest-ways.ts';
import { marketAddress, type SandboxProcess } from './sandbox-process.ts';

const ways = ['readOnly', 'whole', 'inPieces'] as const satisfies readonly IngestWayName[];
const rounds = 3;
type Runs = Record<IngestWayName, PageRun[]>;
type OneRun = (way: IngestWayName, look: boolean) => Promise<PageRun>;

/** The whole market to packed columns in Node, each run in a process of its own. */
export async function measureIngestInNode(sandbox: SandboxProcess): Promise<BenchRow[]> {
  const run: OneRun = async (way, look) => {
    const child = fork(fileURLToPath(new URL('./ingest-child.ts', import.meta.url)));
    child.send({ way, look, sandbox } satisfies IngestOrder);
    const [answer] = (await once(child, 'message')) as [PageRun];
    return answer;
  };
  return describe('node', 'heap and external, sampled', await takeTurns(run), await lookOnce(run), sandbox);
}

/** The same in a page of an extension. */
export async function measureIngestInBrowser(
  kind: BrowserKind,
  sandbox: SandboxProcess,
): Promise<BenchRow[]> {
  const open = (): ReturnType<typeof openPage> => openPage(kind, sandbox);
  const runs = await withPage(open, (page) => takeTurns(page.run));
  if (kind === 'chromium') {
    const peaks = await withPage(open, (page) => lookOnce(page.run));
    return describe(kind, 'heap, sampled', runs, peaks, sandbox);
  }
  // Firefox tells a page nothing of its heap: the peak of its whole process then, in a new browser each time.
  const peaks = await lookOnce((way) =>
    withPage(open, async (page) => {
      const memory = findExtensionProcess(kind);
      const before = memory?.begin() ?? Number.NaN;
      const run = await page.run(way, false);
      return { ...run, heap: (memory?.peak() ?? Number.NaN) - before };
    }),
  );
  return describe(kind, 'resident memory of the process', runs, peaks, sandbox);
}

async function openPage(
  kind: BrowserKind,
  sandbox: SandboxProcess,
): Promise<{ run: OneRun; close: () => Promise<void> }> {
  const page = await openBenchPage<typeof ingestPage>(kind, new URL('./ingest-page.ts', import.meta.url), {
    sandboxPort: sandbox.port,
  });
  const address = `${marketAddress}?PageSize=100000`;
  return {
    run: (way, look) => page.call('ingest', way, address, sandbox.pastedToken, look),
    close: () => page.close(),
  };
}

async function takeTurns(run: OneRun): Promise<Runs> {
  const runs: Runs = { readOnly: [], whole: [], inPieces: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) runs[way].push(await run(way, false));
  }
  return runs;
}

async function lookOnce(run: OneRun): Promise<Record<IngestWayName, PageRun>> {
  return {
    readOnly: await run('readOnly', true),
    whole: await run('whole', true),
    inPieces: await run('inPieces', true),
  };
}

function describe(
  browser: string,
  memory: string,
  runs: Runs,
  peaks: Record<IngestWayName, PageRun>,
  { marketBytes }: SandboxProcess,
): BenchRow[] {
  const [theirs, ours] = [runs.whole[0], runs.inPieces[0]];
  if (theirs?.rows !== ours?.rows || theirs?.packed !== ours?.packed) throw new Error('The columns differ');
  const ms = (way: IngestWayName): number => median(runs[way].map((run) => run.ms));
  const megabytes = (way: IngestWayName): number => peaks[way].heap / 1e6;
  const market = `${ours?.rows} listings, ${Math.round(marketBytes / 1e6)} MB`;
  const speed = ms('whole') / ms('inPieces');
  const share = megabytes('inPieces') / megabytes('whole');
  return [
    {
      area: 'mirror',
      what: `ingest ${market} to ${((ours?.packed ?? 0) / 1e6).toFixed(1)} MB of columns; floor: only reading`,
      browser,
      ours: ms('inPieces'),
      floor: ms('readOnly'),
      rivals: { 'whole body, then parsed': ms('whole') },
      ratio: speed,
      bar: '≥ 1.2 × the speed of the whole body',
      holds: speed >= 1.2,
      unit: 'ms',
    },
    {
      area: 'mirror',
      what: `peak memory of it (${memory})`,
      browser,
      ours: megabytes('inPieces'),
      floor: megabytes('readOnly'),
      rivals: { 'whole body, then parsed': megabytes('whole') },
      ratio: share,
      bar: '≤ 0.1 × the whole body’s',
      holds: share <= 0.1,
      unit: 'MB',
    },
  ];
}
