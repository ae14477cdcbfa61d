import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';
import { ingestWays, type IngestWayName } from './ingest-ways.ts';
import { marketAddress, type SandboxProcess } from './sandbox-process.ts';

/** What the parent asks for, in one message. */
export interface IngestOrder {
  way: IngestWayName;
  /** Whether to look at the memory again and again, which costs time. */
  look: boolean;
  sandbox: Pick<SandboxProcess, 'port' | 'certificate' | 'pastedToken'>;
}

// One run in a process of its own, so that no other's garbage is in its heap.
process.once('message', (order: IngestOrder) => void run(order));

async function run({ way, look, sandbox }: IngestOrder): Promise<void> {
  const before = readMemory();
  let peak = before;
  const began = performance.now();
  const answer = await createSandboxFetch(sandbox)(`${marketAddress}?PageSize=100000`, {
    headers: { authorization: `Bearer ${sandbox.pastedToken}` },
  });
  const ingested = await ingestWays[way](answer, () => {
    if (look) peak = Math.max(peak, readMemory());
  });
  process.send?.({ ...ingested, ms: performance.now() - began, heap: peak - before });
  process.disconnect();
}

/** Bytes of the heap and of what it holds outside: array buffers, long texts. */
function readMemory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
