import { formatTimeOfDay } from '#components/values/format-time-of-day.ts';
import type { AppError } from '#lib/base/app-error.ts';

const MINUTE_MS = 60_000;

/**
 * The time of day from which a call is free, in full minutes: never a minute too early.
 * @param freeAt epoch ms
 */
export function formatFreeAt(freeAt: number): string {
  return formatTimeOfDay(Math.ceil(freeAt / MINUTE_MS) * MINUTE_MS);
}

/** What the background keeps about what last went wrong with something. */
interface KeptProblem {
  problem: string | null;
  /** When Bondora takes such a call again, where its limits are the problem; epoch ms. */
  problemEndsAt: number | null;
}

/** The sentence about a problem, with the time where it ends by itself; null when there is none, or it has ended. */
export function tellProblem(kept: KeptProblem | undefined, now: number): string | null {
  if (kept === undefined || kept.problem === null) return null;
  const { problem, problemEndsAt } = kept;
  if (problemEndsAt === null) return problem;
  return problemEndsAt <= now ? null : `${problem} The next one is free at ${formatFreeAt(problemEndsAt)}.`;
}

/** The same for an error that an answer of the background was. */
export function tellError(error: AppError | null, now: number): string | null {
  if (error === null) return null;
  const { freeAt } = error.data;
  const problemEndsAt = error.code === 'rate-limited' && typeof freeAt === 'number' ? freeAt : null;
  return tellProblem({ problem: error.message, problemEndsAt }, now);
}
