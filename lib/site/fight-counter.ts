import type { Clock } from '#lib/base/clock.ts';

/** What happened in one frame that may be part of a fight. */
export interface Blow {
  /** Rows that lost cells of ours, by another hand than ours. */
  robbed: readonly Element[];
  /** Rows whose cells changed. */
  changed: readonly Element[];
  /** Whether the whole table was replaced. */
  isReplaced: boolean;
}

const span = 5000;
const robberies = 5;
const changes = 40;
const replacements = 8;

/**
 * Tells when another script keeps undoing our work, so that we give in and the page does not stutter for ever: one row robbed
 * of our cells five times in five seconds, or changed forty times, or the whole table replaced eight times. A page that counts
 * down in its cells, or that the user pages through, stays below that.
 */
export function createFightCounter(clock: Clock): { count: (blow: Blow) => boolean } {
  const robbed = new WeakMap<Element, number[]>();
  const changed = new WeakMap<Element, number[]>();
  let replaced: number[] = [];

  const hit = (times: readonly number[], now: number): number[] => [
    ...times.filter((time) => now - time < span),
    now,
  ];
  const hitRows = (seen: WeakMap<Element, number[]>, rows: readonly Element[], limit: number): boolean => {
    const now = clock.now();
    let isOver = false;
    for (const row of rows) {
      const times = hit(seen.get(row) ?? [], now);
      seen.set(row, times);
      isOver ||= times.length >= limit;
    }
    return isOver;
  };

  return {
    count: (blow) => {
      if (blow.isReplaced) replaced = hit(replaced, clock.now());
      const isRobbed = hitRows(robbed, blow.robbed, robberies);
      const isShaken = hitRows(changed, blow.changed, changes);
      return isRobbed || isShaken || (blow.isReplaced && replaced.length >= replacements);
    },
  };
}
