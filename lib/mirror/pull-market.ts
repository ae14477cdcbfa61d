import { AppError } from '#lib/base/app-error.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { chunkRows, type MarketChunk, type MarketIndex } from './market-chunk.ts';
import { createIndexBuilder, type IndexedId } from './market-index.ts';
import { packRecords } from './pack-columns.ts';
import { createItemSplitter } from './split-items.ts';

/** What a pull needs from outside. */
export interface PullSource {
  /** The bytes of one page of `secondarymarket`; pages count from 1. */
  fetchPage(page: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** One item of the answer as a record; undefined for an item without ids, which cannot be kept. */
  decode(item: unknown): LoanRecord | undefined;
  writeChunk(chunk: number, content: MarketChunk): Promise<void>;
  writeIndexes(indexes: Record<IndexedId, MarketIndex>): Promise<void>;
  report(received: number, total: number | null): Promise<void>;
}

/** What came of a pull. */
export interface PullResult {
  listings: number;
  /** Items that could not be kept since they carry no id. */
  skipped: number;
}

/**
 * Pulls the whole secondary market into chunks of columns. The bodies are read as streams: at no time is more
 * than a network chunk and a chunk of rows held.
 * Throws `nonsense` when an answer is cut off or no market, `aborted`, and whatever the source throws; what was
 * written until then is for the caller to discard.
 */
export async function pullMarket(source: PullSource, signal: AbortSignal): Promise<PullResult> {
  const index = createIndexBuilder();
  let waiting: LoanRecord[] = [];
  let chunk = 0;
  let received = 0;
  let listings = 0;
  let total: number | null = null;

  const flush = async (atLeast: number): Promise<void> => {
    while (waiting.length >= atLeast && waiting.length > 0) {
      const rows = waiting.slice(0, chunkRows);
      waiting = waiting.slice(chunkRows);
      index.add(rows);
      await source.writeChunk(chunk, packRecords(rows));
      chunk += 1;
      await source.report(received, total);
    }
  };

  for (let page = 1; page === 1 || received < (total ?? 0); page += 1) {
    const before = received;
    const splitter = createItemSplitter();
    for await (const bytes of readStream(await source.fetchPage(page, signal), signal)) {
      const text = splitter.push(bytes);
      total = splitter.total() ?? total;
      if (text === undefined) continue;
      const items = parseItems(text);
      received += items.length;
      const records = items.map((item) => source.decode(item)).filter((record) => record !== undefined);
      listings += records.length;
      waiting.push(...records);
      await flush(chunkRows);
    }
    const envelope = splitter.finish();
    if (envelope['Success'] !== true) {
      throw new AppError('nonsense', 'Bondora answered the market with an error. Nothing was changed.');
    }
    // The market shrank while it was being paged: there is nothing more to come.
    if (received === before) break;
  }
  await flush(1);
  await source.writeIndexes(index.finish());
  return { listings, skipped: received - listings };
}

function parseItems(text: string): unknown[] {
  try {
    return JSON.parse(text) as unknown[];
  } catch (cause) {
    throw new AppError('nonsense', 'Bondora’s answer was not understood. Nothing was changed.', { cause });
  }
}

async function* readStream(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    if (signal.aborted) throw new AppError('aborted', 'The pull of the market was stopped.', { cause });
    if (cause instanceof AppError) throw cause;
    throw new AppError('network', 'The connection to Bondora broke off in the middle of the market.', {
      cause,
    });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
