import type { Quota } from './quota-table.ts';
import { isSurelyOver, type PossibleWindow } from './quota-windows.ts';

/** For whom a call is made. An order goes before a person's look, and that before background work. */
export type Priority = 'order' | 'user' | 'sync';

// Background work may have a window's reserve in its last percent, when hardly anyone will need it any more: a call that
// nobody made by then is lost. Who wants one in that half minute waits for the next window.
const reserveEndsAt = 0.99;

/**
 * When the next call may leave: a time not after `now` means at once, null that it depends on a call under way.
 * Whatever is true of the server's window, a call that leaves then finds room in it.
 */
export function findFreeTime(
  windows: readonly PossibleWindow[],
  quota: Quota,
  priority: Priority,
  now: number,
): number | null {
  const free = Math.max(now, ...windows.map((possible) => freeIn(possible, quota, priority, now)));
  return free === Number.POSITIVE_INFINITY ? null : free;
}

/** Calls left for a priority in the current window. */
export function countLeft(windows: readonly PossibleWindow[], quota: Quota, now: number): number {
  const spent = windows
    .filter((possible) => !isSurelyOver(possible, now, quota.windowMs))
    .map((possible) => possible.calls);
  return Math.max(0, quota.calls - Math.max(0, ...spent));
}

function freeIn(possible: PossibleWindow, quota: Quota, priority: Priority, now: number): number {
  const { calls, windowMs, reserve = 0 } = quota;
  const end = possible.openedUntil + windowMs;
  if (possible.calls >= calls) return end;
  const kept = priority === 'sync' ? Math.min(reserve, calls - 1) : 0;
  return possible.calls >= calls - kept ? Math.min(end, possible.openedFrom + windowMs * reserveEndsAt) : now;
}
