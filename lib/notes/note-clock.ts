/** Names a browser (a profile) among those that a person's notes were written in; made once in each. */
export type BrowserId = string & { readonly __brand: 'BrowserId' };

/**
 * How many saves of each browser a version of a note has in it: a version vector. It tells of two versions, without any
 * trust in clocks on walls, whether one was made knowing the other.
 */
export type NoteClock = Readonly<Record<BrowserId, number>>;

/** By whom and when something is written. */
export interface Stamp {
  browser: BrowserId;
  /** Epoch ms. */
  now: number;
}

/** How a version stands to another: `after` was made knowing the other, `apart` is neither. */
export type ClockOrder = 'same' | 'before' | 'after' | 'apart';

export function compareClocks(one: NoteClock, other: NoteClock): ClockOrder {
  const isBehind = lacks(one, other);
  const isAhead = lacks(other, one);
  if (isBehind && isAhead) return 'apart';
  return isBehind ? 'before' : isAhead ? 'after' : 'same';
}

/** The clock with one save more of the browser. */
export function tickClock(clock: NoteClock, browser: BrowserId): NoteClock {
  return { ...clock, [browser]: (clock[browser] ?? 0) + 1 };
}

/** The clock of what has both versions in it. */
export function joinClocks(one: NoteClock, other: NoteClock): NoteClock {
  const joined: Record<BrowserId, number> = { ...one };
  for (const [browser, saves] of listEntries(other)) joined[browser] = Math.max(joined[browser] ?? 0, saves);
  return joined;
}

/** Whether `other` has a save in it that `one` has not. */
function lacks(one: NoteClock, other: NoteClock): boolean {
  return listEntries(other).some(([browser, saves]) => saves > (one[browser] ?? 0));
}

function listEntries(clock: NoteClock): [BrowserId, number][] {
  return Object.entries(clock) as [BrowserId, number][];
}
