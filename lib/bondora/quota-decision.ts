import type { Quota } from './quota-table.ts';
import { isSurelyOver, type PossibleWindow } from './quota-windows.ts';

/** For whom a call is made. An order goes before a person's look, and that before background work. */
export type Priority = 'order' | 'user' | 'sync';

// Background work may have a window's reserve in its last percent, when nobody is about to order anything: a call that nobody
// made by then is lost. Later would be too late: an answer that comes after the window's end leaves it open in which of the
// two windows its call was counted, and to be safe it then costs one of the next.
const reserveEndsAt = 0.99;

/** How the calls of a window are shared out. */
export interface Claim {
  priority: Priority;
  /** Whether somebody may be about to order: background work leaves the reserve alone to the window's end then. */
  orderExpected: boolean;
}

/**
 * When the next call may leave: a time not after `now` means at once, null that it depends on a call under way.
 * Whatever is true of the server's window, a call that leaves then finds room in it.
 */
export function findFreeTime(
  windows: readonly PossibleWindow[],
  quota: Quota,
  claim: Claim,
  now: number,
): number | null {
  const free = Math.max(now, ...windows.map((possible) => freeIn(possible, quota, claim, now)));
  return free === Number.POSITIVE_INFINITY ? null : free;
}

/** Calls left for a priority in the current window. */
export function countLeft(windows: readonly PossibleWindow[], quota: Quota, now: number): number {
  const spent = windows
    .filter((possible) => !isSurelyOver(possible, now, quota.windowMs))
    .map((possible) => possible.calls);
  return Math.max(0, quota.calls - Math.max(0, ...spent));
}

function freeIn(
  possible: PossibleWindow,
  quota: Quota,
  { priority, orderExpected }: Claim,
  now: number,
): number {
  const { calls, windowMs, reserve = 0 } = quota;
  const end = possible.openedUntil + windowMs;
  if (possible.calls >= calls) return end;
  const kept = priority === 'sync' ? Math.min(reserve, calls - 1) : 0;
  if (possible.calls < calls - kept) return now;
  return orderExpected ? end : Math.min(end, possible.openedFrom + windowMs * reserveEndsAt);
}
