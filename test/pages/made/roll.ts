/** A whole number from 0 up to, not including, `end`. */
export type Roll = (end: number) => number;

/** The same seed gives the same numbers (mulberry32); seeds beside each other give others. */
export function createRoll(seed: number): Roll {
  let state = seed | 0;
  return (end) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}

/** One of several things; undefined where there are none. */
export function choose<Item>(items: Iterable<Item>, roll: Roll): Item | undefined {
  const all = [...items];
  return all[roll(all.length)];
}

/** One of several things that are there. */
export function pickOne<Item>(items: readonly [Item, ...Item[]], roll: Roll): Item {
  return items[roll(items.length)] ?? items[0];
}
