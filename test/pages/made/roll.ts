/** A whole number from 0 up to, not including, `end`. */
export type Roll = (end: number) => number;

/** The same seed gives the same numbers. */
export function createRoll(seed: number): Roll {
  let state = seed >>> 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
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
