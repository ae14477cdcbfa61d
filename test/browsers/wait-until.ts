import { setTimeout as sleep } from 'node:timers/promises';

/** How long the harness waits for anything, in milliseconds. */
export const patience = 15_000;

const pause = 25;

/**
 * Asks again and again until `probe` gives something, and gives that. An answer that is false, null, undefined, 0 or
 * empty text, and a throw, mean: not yet. Throws a sentence that names `what` when the time is up.
 */
export async function waitUntil<Answer>(
  what: string,
  probe: () => Promise<Answer>,
  timeoutMs = patience,
): Promise<NonNullable<Answer>> {
  const end = performance.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await probe();
      if (answer) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(pause);
  } while (performance.now() < end);
  throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`, { cause });
}
