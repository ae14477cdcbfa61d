import type { FieldValue } from '#lib/loan/field.ts';
import type { MirrorReader, VanishedRow } from './mirror-disk.ts';
import { countEarlierListings } from './times-listed.ts';

/** The columns that Bondlens itself fills. */
export type OwnColumn = 'firstSeenAt' | 'priceChanges' | 'timesListed';

/** How the rows of a table were and are, as far as own columns depend on it. */
export interface RowsNow {
  /** Epoch ms of the pull. */
  at: number;
  /** By slot: 1 for a row that was not there before. */
  isNew: Uint8Array;
  /** New rows, by slot, that had only been missing for a while. */
  returned: ReadonlyMap<number, VanishedRow>;
  /** Rows that are gone, now or since a while. */
  gone: readonly Readonly<Record<string, FieldValue>>[];
  loanPartIdOf(slot: number): string | null;
  /** Slots whose price changed. */
  priceChanged: ReadonlySet<number>;
  reader: MirrorReader;
}

/** What an own column holds from now on, by slot, told what it held. */
export async function nextOwnValue(
  name: OwnColumn,
  rows: RowsNow,
): Promise<(slot: number, before: FieldValue) => FieldValue> {
  const { at, isNew, returned, priceChanged } = rows;
  /** What a row had before, wherever it was. */
  const past = (slot: number, before: FieldValue): FieldValue =>
    isNew[slot] === 1 ? (returned.get(slot)?.values[name] ?? null) : before;
  switch (name) {
    case 'firstSeenAt':
      return (slot, before) => past(slot, before) ?? at;
    case 'priceChanges':
      return (slot, before) => Number(past(slot, before) ?? 0) + (priceChanged.has(slot) ? 1 : 0);
    case 'timesListed': {
      const earlier = await countEarlier(rows);
      return (slot, before) => {
        const known = past(slot, before);
        return known ?? (earlier.get(rows.loanPartIdOf(slot) ?? '') ?? 0) + 1;
      };
    }
  }
}

async function countEarlier(rows: RowsNow): Promise<ReadonlyMap<string, number>> {
  const { isNew, returned } = rows;
  // In the first pull of all nothing can have been seen before, but every row is new.
  if (isNew.every((flag) => flag === 1)) return new Map();
  const parts = new Set<string>();
  isNew.forEach((flag, slot) => {
    const part = flag === 1 && !returned.has(slot) ? rows.loanPartIdOf(slot) : null;
    if (part !== null) parts.add(part);
  });
  return countEarlierListings(parts, rows.gone, rows.reader);
}
