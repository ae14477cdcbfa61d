import { ingestWays, type Ingested, type IngestWayName } from './ingest-ways.ts';

// Runs in a page of an extension.

/** How long a way took, and the most that the heap held above what it held before; 0 where the browser does not tell. */
export interface PageRun extends Ingested {
  ms: number;
  heap: number;
}

/** @param look whether to look at the heap again and again, which costs time */
export async function ingest(
  way: IngestWayName,
  address: string,
  token: string,
  look: boolean,
): Promise<PageRun> {
  (globalThis as { gc?: () => void }).gc?.();
  const before = readHeap();
  let peak = before;
  const began = performance.now();
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const ingested = await ingestWays[way](answer, () => {
    if (look) peak = Math.max(peak, readHeap());
  });
  return { ...ingested, ms: performance.now() - began, heap: peak - before };
}

/** Bytes of the heap, array buffers included; Chromium only. */
function readHeap(): number {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
}
