/**
 * What may be true of the server's current window. It opens when its first call arrives there, which nobody tells us:
 * we know that it was not before the call left and not after its answer came.
 */
export interface PossibleWindow {
  openedFrom: number;
  openedUntil: number;
  /** Calls it may hold at most. */
  calls: number;
}

/** A call: when it left, and when at the latest it arrived (infinite while it is under way). */
export interface CallSpan {
  leftAt: number;
  arrivedBy: number;
}

// One unlucky call doubles a possibility at most; more than these are joined, on the safe side.
const mostPossibilities = 8;

/**
 * The possible windows after one more call. A call that may have arrived on either side of a window's end leaves both
 * possibilities: it was the last of the old window, or it opened the next.
 */
export function addCall(
  windows: readonly PossibleWindow[],
  { leftAt, arrivedBy }: CallSpan,
  windowMs: number,
): PossibleWindow[] {
  const opened = { openedFrom: leftAt, openedUntil: arrivedBy, calls: 1 };
  if (windows.length === 0) return [opened];
  return join(
    windows.flatMap((possible) => {
      if (isSurelyOver(possible, leftAt, windowMs)) return [opened];
      const joined = {
        openedFrom: possible.openedFrom,
        openedUntil: Math.min(possible.openedUntil, arrivedBy),
        calls: possible.calls + 1,
      };
      const earliestEnd = possible.openedFrom + windowMs;
      if (arrivedBy < earliestEnd) return [joined];
      return [joined, { ...opened, openedFrom: Math.max(leftAt, earliestEnd) }];
    }),
  );
}

/** Whether a call that leaves at `now` finds the window over, whatever is true. */
export function isSurelyOver(possible: PossibleWindow, now: number, windowMs: number): boolean {
  return now >= possible.openedUntil + windowMs;
}

function join(windows: readonly PossibleWindow[]): PossibleWindow[] {
  const kept: PossibleWindow[] = [];
  for (const possible of windows) {
    const same = kept.find(
      (other) => other.openedFrom === possible.openedFrom && other.openedUntil === possible.openedUntil,
    );
    if (same === undefined) kept.push({ ...possible });
    else same.calls = Math.max(same.calls, possible.calls);
  }
  while (kept.length > mostPossibilities) {
    const [first, second, ...rest] = kept;
    if (first === undefined || second === undefined) break;
    kept.splice(0, kept.length, coverBoth(first, second), ...rest);
  }
  return kept;
}

function coverBoth(one: PossibleWindow, other: PossibleWindow): PossibleWindow {
  return {
    openedFrom: Math.min(one.openedFrom, other.openedFrom),
    openedUntil: Math.max(one.openedUntil, other.openedUntil),
    calls: Math.max(one.calls, other.calls),
  };
}
