import { describe, expect, it } from 'vitest';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { MarketChunk } from '#lib/mirror/market-chunk.ts';
import { findRows } from '#lib/mirror/market-index.ts';
import { unpackRecord } from '#lib/mirror/pack-columns.ts';
import { pullMarket, type PullSource } from '#lib/mirror/pull-market.ts';

const guid = (n: number): string =>
  `${((n * 2654435761) % 2 ** 32).toString(16).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const item = (n: number): { Id: string } => ({ Id: guid(n) });

function page(total: number, items: readonly unknown[]): string {
  return JSON.stringify({
    TotalCount: total,
    Count: items.length,
    Payload: items,
    Success: true,
    Errors: null,
  });
}

function stream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += 1013)));
    },
  });
}

function createSource(
  pages: readonly string[],
): PullSource & { chunks: MarketChunk[]; indexes: unknown[]; asked: number[] } {
  const chunks: MarketChunk[] = [];
  const indexes: unknown[] = [];
  const asked: number[] = [];
  return {
    chunks,
    indexes,
    asked,
    fetchPage: async (number) => {
      asked.push(number);
      return stream(pages[number - 1] ?? page(0, []));
    },
    decode: (raw) => {
      const id = (raw as { Id?: string } | null)?.Id;
      return id === undefined
        ? undefined
        : ({ listingId: id, loanPartId: null, auctionId: null, auctionNumber: 1 } satisfies LoanRecord);
    },
    writeChunk: async (chunk, content) => {
      chunks[chunk] = content;
    },
    writeIndexes: async (built) => {
      indexes.push(built);
    },
    report: async () => undefined,
  };
}

const never = new AbortController().signal;
const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

describe('pullMarket', () => {
  it('keeps every listing of all pages in chunks, and an index that leads to each', async () => {
    const source = createSource([
      page(2500, numbers(0, 1500).map(item)),
      page(2500, numbers(1500, 1000).map(item)),
    ]);
    expect(await pullMarket(source, never)).toEqual({ listings: 2500, skipped: 0 });
    expect(source.asked).toEqual([1, 2]);
    expect(source.chunks.map((chunk) => chunk.rows)).toEqual([1000, 1000, 500]);
    const [index] = source.indexes as [
      Parameters<typeof findRows>[0] & { listingId: Parameters<typeof findRows>[0] },
    ];
    const [row = -1] = findRows(index.listingId, guid(2345));
    const chunk = source.chunks[Math.floor(row / 1000)];
    expect(chunk && unpackRecord(chunk, row % 1000)['listingId']).toBe(guid(2345));
  });

  it('skips an item without an id and says how many', async () => {
    expect(await pullMarket(createSource([page(3, [item(1), {}, item(2)])]), never)).toEqual({
      listings: 2,
      skipped: 1,
    });
  });

  it('ends when the market shrinks while it is paged', async () => {
    const source = createSource([page(5, [item(1), item(2)]), page(2, [])]);
    expect((await pullMarket(source, never)).listings).toBe(2);
  });

  it('accepts an empty market', async () => {
    expect((await pullMarket(createSource([page(0, [])]), never)).listings).toBe(0);
  });

  it.each([
    ['is cut off', page(2, [item(1), item(2)]).slice(0, -30)],
    ['is an error', '{"Success":false,"Errors":[],"Payload":null}'],
    ['is no JSON', '<html>busy</html>'],
  ])('writes no index when an answer %s', async (_, text) => {
    const source = createSource([text]);
    await expect(pullMarket(source, never)).rejects.toMatchObject({ code: 'nonsense' });
    expect(source.indexes).toEqual([]);
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    const source = createSource([page(2000, numbers(0, 2000).map(item))]);
    source.report = async () => abort.abort();
    await expect(pullMarket(source, abort.signal)).rejects.toMatchObject({ code: 'aborted' });
  });
});
