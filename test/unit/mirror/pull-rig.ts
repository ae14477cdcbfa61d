import type { FieldValue } from '#lib/loan/field.ts';
import type { ItemField } from '#lib/mirror/item-values.ts';
import { createMirrorCache, isLive } from '#lib/mirror/mirror-cache.ts';
import type { MirrorReader, MirrorWriter } from '#lib/mirror/mirror-disk.ts';
import type { PullOutcome } from '#lib/mirror/pull-outcome.ts';
import { pullTable, type PullPorts } from '#lib/mirror/pull-table.ts';
import type { PulledTable } from '#lib/mirror/table-specs.ts';
import type { TableName } from '#lib/mirror/table.ts';

const asIs = (raw: {}): FieldValue => raw as FieldValue;

/** Items that carry our own names, so that what comes out can be compared with what went in. */
export const marketFields: readonly ItemField[] = [
  'listingId',
  'loanPartId',
  'auctionId',
  'investmentNumber',
  'auctionNumber',
  'auctionBidNumber',
  'price',
  'rating',
  'userName',
].map((name) => ({ name, key: name, read: asIs }));

export type Item = Readonly<Record<string, FieldValue>>;

export function guid(n: number, kind = 4): string {
  const head = ((n * 2654435761) % 2 ** 32).toString(16).padStart(8, '0');
  return `${head}-0000-4000-8000-${String(kind * 1e9 + n).padStart(12, '0')}`;
}

/** A page of a list as Bondora answers it. */
export function page(total: number, items: readonly unknown[]): string {
  return JSON.stringify({
    TotalCount: total,
    Count: items.length,
    Payload: items,
    Success: true,
    Errors: null,
  });
}

/** A body that arrives in small pieces. */
export function stream(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += 10_007)));
    },
  });
}

const never = new AbortController().signal;

/** Pulls texts as the pages of a list. */
export function pull(
  mirror: MirrorReader & MirrorWriter,
  pages: readonly string[],
  options: {
    at?: number;
    table?: PulledTable;
    owner?: string | null;
    asked?: number[];
    report?: PullPorts['report'];
    signal?: AbortSignal;
  } = {},
): Promise<PullOutcome> {
  const { table = 'listings', owner = null, at = 1000, signal = never } = options;
  return pullTable(
    { table, source: 'test', owner, fields: marketFields },
    {
      mirror,
      now: () => at,
      report: options.report ?? (() => undefined),
      fetchPage: async (number) => {
        options.asked?.push(number);
        return stream(pages[number - 1] ?? page(0, []));
      },
    },
    signal,
  );
}

/** All rows of a table by a column. */
export async function readAll(
  mirror: MirrorReader,
  table: TableName,
  by: string,
): Promise<Map<FieldValue, Record<string, FieldValue>>> {
  const head = (await mirror.readHeads()).get(table);
  const names = Object.keys(head?.columns ?? {});
  const loaded = await createMirrorCache(mirror).load(table, names);
  const rows = new Map<FieldValue, Record<string, FieldValue>>();
  if (loaded === undefined) return rows;
  for (let slot = 0; slot < loaded.head.slots; slot += 1) {
    if (!isLive(loaded.head, slot)) continue;
    const row = Object.fromEntries(names.map((name) => [name, loaded.reader(name)(slot)]));
    rows.set(row[by] ?? null, row);
  }
  return rows;
}
