import { AppError } from '#lib/base/app-error.ts';

/** What last went wrong, as it is kept and as pages are told of it. */
export interface Problem {
  /** One sentence for a person; null when nothing went wrong. */
  problem: string | null;
  /** When Bondora takes such a call again, where its limits are the problem; epoch ms. */
  problemEndsAt: number | null;
}

export const noProblem: Problem = { problem: null, problemEndsAt: null };

/** @param otherwise the sentence for an error that is not one of ours, and so has none for a person */
export function describeProblem(error: unknown, otherwise: string): Problem {
  if (!(error instanceof AppError)) return { problem: otherwise, problemEndsAt: null };
  const { freeAt } = error.data;
  return {
    problem: error.message,
    problemEndsAt: error.code === 'rate-limited' && typeof freeAt === 'number' ? freeAt : null,
  };
}
