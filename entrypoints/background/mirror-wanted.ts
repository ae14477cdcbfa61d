import type { FieldValue } from '#lib/loan/field.ts';
import { isLive, type LoadedTable, type MirrorCache } from '#lib/mirror/mirror-cache.ts';
import { chunkRows, type TableHead } from '#lib/mirror/table.ts';

/** Loan parts whose details are of use though no page shows them, and what else the person's own rows tell. */
export interface WantedParts {
  /** Own ones that still pay. */
  holdings: readonly string[];
  /** The cheapest offers of sound loans, the cheapest first. */
  cheapest: readonly string[];
  /** Whether one of the own ones is on sale; null when the own ones are not known. */
  onSale: boolean | null;
}

// One call's worth: for more nobody may ever ask.
const mostCheapest = 1000;
const isCurrent = 2;
/** Loans that pay or may pay: current, overdue, overdue for more than 60 days. */
const stillPaying: ReadonlySet<FieldValue> = new Set([2, 100, 5]);

/** Finds the wanted parts; what was found is kept in memory while the tables stay as they are. */
export function createWantedParts(
  cache: MirrorCache,
): (investments: TableHead | null, listings: TableHead | null) => Promise<WantedParts> {
  let known: { key: string; parts: WantedParts } | undefined;
  return async (investments, listings) => {
    const key = `${investments?.owner ?? ''} ${investments?.revision ?? ''} ${listings?.revision ?? ''}`;
    if (known?.key === key) return known.parts;
    const [own, cheapest] = await Promise.all([
      investments === null ? null : findOwn(cache),
      listings === null ? [] : findCheapest(cache),
    ]);
    const parts = { holdings: own?.holdings ?? [], cheapest, onSale: own?.onSale ?? null };
    known = { key, parts };
    return parts;
  };
}

async function findOwn(cache: MirrorCache): Promise<{ holdings: string[]; onSale: boolean }> {
  const columns = ['loanPartId', 'loanStatusCode', 'soldDate', 'listedOnDate'];
  const table = await cache.load('investments', columns);
  const holdings: string[] = [];
  let onSale = false;
  if (table === undefined) return { holdings, onSale };
  const [id, status, sold, listed] = columns.map((column) => table.reader(column));
  for (const slot of listLiveSlots(table)) {
    if ((sold?.(slot) ?? null) !== null) continue;
    onSale ||= (listed?.(slot) ?? null) !== null;
    const loanPartId = id?.(slot) ?? null;
    if (typeof loanPartId === 'string' && stillPaying.has(status?.(slot) ?? null)) holdings.push(loanPartId);
  }
  return { holdings, onSale };
}

async function findCheapest(cache: MirrorCache): Promise<string[]> {
  const columns = ['loanPartId', 'loanStatusCode', 'discount'];
  const table = await cache.load('listings', columns);
  if (table === undefined) return [];
  const [id, status, discountOf] = columns.map((column) => table.reader(column));
  const offers: { slot: number; discount: number }[] = [];
  for (const slot of listLiveSlots(table)) {
    const discount = discountOf?.(slot) ?? null;
    if (typeof discount === 'number' && status?.(slot) === isCurrent) offers.push({ slot, discount });
  }
  return offers
    .toSorted((one, other) => one.discount - other.discount || one.slot - other.slot)
    .slice(0, mostCheapest)
    .map(({ slot }) => id?.(slot) ?? null)
    .filter((loanPartId) => typeof loanPartId === 'string');
}

function* listLiveSlots({ head }: LoadedTable): Generator<number> {
  for (let slot = head.firstChunk * chunkRows; slot < head.slots; slot += 1) {
    if (isLive(head, slot)) yield slot;
  }
}
