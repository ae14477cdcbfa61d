import { describe, expect, it } from 'vitest';
import { isPullDue, type PullCircumstances } from '#lib/mirror/plan-pull.ts';

const hour = 3_600_000;
const due: PullCircumstances = {
  now: 10 * hour,
  linked: true,
  pulledAt: 8 * hour,
  lookedAt: 10 * hour - 1000,
  callsLeft: 5,
};

describe('isPullDue', () => {
  it('pulls an old or missing mirror while the market is looked at', () => {
    expect(isPullDue(due)).toBe(true);
    expect(isPullDue({ ...due, pulledAt: null })).toBe(true);
  });

  it.each([
    ['no account is linked', { linked: false }],
    ['nobody looks at the market', { lookedAt: 9 * hour }],
    ['nobody ever looked', { lookedAt: null }],
    ['the mirror is young', { pulledAt: 9.5 * hour }],
    ['only the person’s own call is left', { callsLeft: 1 }],
  ] as const)('does not pull when %s', (_, circumstances) => {
    expect(isPullDue({ ...due, ...circumstances })).toBe(false);
  });
});
