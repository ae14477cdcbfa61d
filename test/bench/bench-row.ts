/** One measured bar: medians of runs in turn (floor, rival, ours), so that a slow machine slows all three. */
export interface BenchRow {
  area: string;
  /** What was measured, in words. */
  what: string;
  /** Where it ran: `node`, `chromium`, `firefox`. */
  browser: string;
  ours: number;
  /** The least that the work could cost: the same work done by hand. */
  floor: number;
  /** Others doing the same, by name. */
  rivals: Readonly<Record<string, number>>;
  /** What the bar is about: ours over floor, or a rival over ours. */
  ratio: number;
  bar: string;
  holds: boolean;
  unit: string;
}

/** A file of this folder that measures one area. */
export interface BenchArea {
  area: string;
  run: () => Promise<BenchRow[]>;
}
