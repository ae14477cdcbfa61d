import type { GuidRows } from './guid-rows.ts';

/** Which arrival belongs to which slot of a table. */
export interface Matching {
  /** Slots of the table from now on. */
  slots: number;
  /** By slot: the place of its row among the arrivals, -1 when the slot is free now. */
  arrivalOf: Int32Array;
  /** Slots of rows that were not there before. */
  added: readonly number[];
  /** Slots whose row is gone; another may have moved in. */
  gone: readonly number[];
  /** Slots below `slots` without a row, ascending. */
  free: Uint32Array;
  /** Arrivals whose id a later arrival has too. */
  duplicates: number;
}

/**
 * Finds the slot of each arrival by its id. A row keeps its slot; a new one moves into the lowest slot that is free or was
 * left just now, else behind the last. Of arrivals with the same id the last counts.
 */
export function matchRows(
  old: { slots: number; free: Uint32Array; keys: GuidRows },
  arrivals: GuidRows,
): Matching {
  const isFree = new Uint8Array(old.slots);
  for (const slot of old.free) isFree[slot] = 1;
  // Entries are the old slots, and behind them the arrivals that are new. Those with the same head form a chain.
  const arriving = arrivals.heads.length;
  const next = new Int32Array(old.slots + arriving).fill(-1);
  const firstOf = new Map<number, number>();
  const enter = (head: number, entry: number): void => {
    next[entry] = firstOf.get(head) ?? -1;
    firstOf.set(head, entry);
  };
  for (let slot = 0; slot < old.slots; slot += 1) {
    if (isFree[slot] === 0) enter(old.keys.heads[slot] ?? 0, slot);
  }
  const find = (arrival: number): number => {
    let entry = firstOf.get(arrivals.heads[arrival] ?? 0) ?? -1;
    for (; entry >= 0; entry = next[entry] ?? -1) {
      const same =
        entry < old.slots
          ? sameTail(old.keys.tails, entry, arrivals.tails, arrival)
          : sameTail(arrivals.tails, entry - old.slots, arrivals.tails, arrival);
      if (same) return entry;
    }
    return -1;
  };

  /** By entry: the last arrival with its id. */
  const lastOf = new Int32Array(old.slots + arriving).fill(-1);
  const newEntries: number[] = [];
  let duplicates = 0;
  for (let arrival = 0; arrival < arriving; arrival += 1) {
    let entry = find(arrival);
    if (entry < 0) {
      entry = old.slots + arrival;
      enter(arrivals.heads[arrival] ?? 0, entry);
      newEntries.push(entry);
    } else if ((lastOf[entry] ?? -1) >= 0) duplicates += 1;
    lastOf[entry] = arrival;
  }

  const gone: number[] = [];
  const room: number[] = [];
  for (let slot = 0; slot < old.slots; slot += 1) {
    if ((lastOf[slot] ?? -1) >= 0) continue;
    room.push(slot);
    if (isFree[slot] === 0) gone.push(slot);
  }
  const slots = Math.max(old.slots, old.slots + newEntries.length - room.length);
  const arrivalOf = new Int32Array(slots).fill(-1);
  arrivalOf.set(lastOf.subarray(0, old.slots));
  const added = newEntries.map((entry, n) => {
    const slot = room[n] ?? old.slots + n - room.length;
    arrivalOf[slot] = lastOf[entry] ?? -1;
    return slot;
  });
  return { slots, arrivalOf, added, gone, free: Uint32Array.from(room.slice(newEntries.length)), duplicates };
}

function sameTail(left: Uint8Array, leftRow: number, right: Uint8Array, rightRow: number): boolean {
  const from = leftRow * 12;
  const to = rightRow * 12;
  for (let at = 0; at < 12; at += 1) if (left[from + at] !== right[to + at]) return false;
  return true;
}
