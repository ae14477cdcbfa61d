import { describe, expect, it } from 'vitest';
import { formatFreeAt, tellError, tellProblem } from '#components/ui/tell-problem.ts';
import { formatTimeOfDay } from '#components/values/format-time-of-day.ts';
import { AppError } from '#lib/base/app-error.ts';
import { minute, start } from './scripted-background.ts';

describe('a problem that the background keeps', () => {
  it('is told as it is when it does not end by itself', () => {
    expect(tellProblem({ problem: 'It failed.', problemEndsAt: null }, start)).toBe('It failed.');
    expect(tellProblem({ problem: null, problemEndsAt: null }, start)).toBeNull();
    expect(tellProblem(undefined, start)).toBeNull();
  });

  it('is told with its end, and not after it', () => {
    const kept = { problem: 'No further call.', problemEndsAt: start + 5 * minute };
    const time = formatTimeOfDay(start + 5 * minute);
    expect(tellProblem(kept, start)).toBe(`No further call. The next one is free at ${time}.`);
    expect(tellProblem(kept, start + 5 * minute)).toBeNull();
  });

  it('never names a minute in which no call is free yet', () => {
    expect(formatFreeAt(start + 1)).toBe(formatTimeOfDay(start + minute));
    expect(formatFreeAt(start)).toBe(formatTimeOfDay(start));
  });
});

describe('an error that was an answer', () => {
  it('is told in the same words as the background keeps it', () => {
    const freeAt = start + 5 * minute;
    const refused = new AppError('rate-limited', 'No further call.', { data: { freeAt } });
    expect(tellError(refused, start)).toBe(
      tellProblem({ problem: 'No further call.', problemEndsAt: freeAt }, start),
    );
    expect(tellError(refused, freeAt)).toBeNull();
    expect(tellError(new AppError('server', 'Failed.', { data: { freeAt } }), start)).toBe('Failed.');
    expect(tellError(null, start)).toBeNull();
  });
});
