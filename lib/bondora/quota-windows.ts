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
  /** An answer proves that the call arrived; one that was lost may never have. */
  isSure: boolean;
}

/** No window is open: the next call opens one. A time long ago instead of none, so that it compares and is stored as others. */
const closed: PossibleWindow = { openedFrom: -8.64e15, openedUntil: -8.64e15, calls: 0 };

// One unlucky call doubles the possibilities at most; when they are more than these, the likest are joined on the safe side.
const mostPossibilities = 8;

/**
 * The possible windows after one more call. A call that may have arrived on either side of a window's end leaves both
 * possibilities: it was the last of the old window, or it opened the next. One that may not have arrived leaves that too.
 * @param windows empty when no window is open
 */
export function addCall(
  windows: readonly PossibleWindow[],
  call: CallSpan,
  windowMs: number,
): PossibleWindow[] {
  const before = windows.length === 0 ? [closed] : windows;
  const after = before.flatMap((possible) => arrive(possible, call, windowMs));
  if (call.isSure) return join(after);
  const without = before.map((possible) =>
    isSurelyOver(possible, call.leftAt, windowMs) ? closed : possible,
  );
  return join([...after, ...without]);
}

/** Whether a call that leaves at `now` finds the window over, whatever is true. */
export function isSurelyOver(possible: PossibleWindow, now: number, windowMs: number): boolean {
  return now >= possible.openedUntil + windowMs;
}

function arrive(possible: PossibleWindow, call: CallSpan, windowMs: number): PossibleWindow[] {
  const opened = { openedFrom: call.leftAt, openedUntil: call.arrivedBy, calls: 1 };
  if (isSurelyOver(possible, call.leftAt, windowMs)) return [opened];
  const joined = {
    openedFrom: possible.openedFrom,
    openedUntil: Math.min(possible.openedUntil, call.arrivedBy),
    calls: possible.calls + 1,
  };
  const earliestEnd = possible.openedFrom + windowMs;
  if (call.arrivedBy < earliestEnd) return [joined];
  return [joined, { ...opened, openedFrom: Math.max(call.leftAt, earliestEnd) }];
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
  kept.sort((one, other) => one.openedUntil - other.openedUntil || one.openedFrom - other.openedFrom);
  while (kept.length > mostPossibilities) joinLikest(kept);
  return kept;
}

function joinLikest(sorted: PossibleWindow[]): void {
  let likest = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < sorted.length; at += 1) {
    const [one, other] = [sorted[at - 1], sorted[at]];
    if (one === undefined || other === undefined) continue;
    const apart = other.openedUntil - one.openedUntil + Math.abs(other.openedFrom - one.openedFrom);
    if (apart < least) [likest, least] = [at, apart];
  }
  const [one = closed, other = closed] = sorted.slice(likest - 1, likest + 1);
  sorted.splice(likest - 1, 2, {
    openedFrom: Math.min(one.openedFrom, other.openedFrom),
    openedUntil: Math.max(one.openedUntil, other.openedUntil),
    calls: Math.max(one.calls, other.calls),
  });
}
