/** What is to happen, in the order of time; what falls on the same moment, in the order in which it was planned. */
export interface Agenda {
  /** Plans something for a moment (epoch milliseconds). */
  add(at: number, run: () => void): void;
  /** Runs everything up to `until`, what it plans itself included. `setTime` is told each moment first. */
  runUntil(until: number, setTime: (at: number) => void): void;
}

interface Entry {
  at: number;
  order: number;
  run: () => void;
}

/** An empty agenda, kept as a binary heap. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;

  const isBefore = (one: Entry, other: Entry): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  function sink(entry: Entry): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) child++;
      const least = heap[child];
      if (least === undefined || isBefore(entry, least)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = entry;
  }

  return {
    add(when, run) {
      const entry: Entry = { at: when, order: order++, run };
      let at = heap.length;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent];
        if (above === undefined || isBefore(above, entry)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = entry;
    },
    runUntil(until, setTime) {
      for (let first = heap[0]; first !== undefined && first.at <= until; first = heap[0]) {
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) sink(last);
        setTime(first.at);
        first.run();
      }
    },
  };
}
