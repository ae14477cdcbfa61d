import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDevtoolsSocket } from '#test/browsers/devtools-socket.ts';

/** One event of Chromium's trace. Times are microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args: { data?: { url?: string; [name: string]: unknown }; [name: string]: unknown };
}

/** What only Chromium tells of a page. */
export interface PageTools {
  /** What ran in the page's process while the work was done. */
  trace(work: () => Promise<unknown>): Promise<TraceEvent[]>;
  /** Bytes of the heap of all worlds of the page, after what is not needed was cleared away. */
  measureHeap(): Promise<number>;
  close(): void;
}

/** Opens them for the one page whose address contains this. */
export async function openPageTools(profile: string, address: string): Promise<PageTools> {
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    type: string;
    url: string;
    webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type, url }) => type === 'page' && url.includes(address));
  if (target === undefined) throw new Error(`No page at ${address}.`);
  const socket = await openDevtoolsSocket(target.webSocketDebuggerUrl);
  return {
    async trace(work) {
      const events: TraceEvent[] = [];
      socket.on('Tracing.dataCollected', ({ value }: { value: TraceEvent[] }) => void events.push(...value));
      const ended = new Promise((resolve) => socket.on('Tracing.tracingComplete', () => resolve(null)));
      await socket.send('Tracing.start', {
        traceConfig: {
          recordMode: 'recordAsMuchAsPossible',
          includedCategories: ['devtools.timeline', 'toplevel', '__metadata'],
        },
      });
      await work();
      await socket.send('Tracing.end');
      await ended;
      return events;
    },
    async measureHeap() {
      await socket.send('Performance.enable');
      for (let i = 0; i < 3; i += 1) await socket.send('HeapProfiler.collectGarbage');
      const { metrics } = await socket.send<{ metrics: { name: string; value: number }[] }>(
        'Performance.getMetrics',
      );
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
    },
    close: () => socket.close(),
  };
}
