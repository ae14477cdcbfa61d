import { describe, expect, it } from 'vitest';
import { formatAge } from '#components/values/format-age.ts';

const minute = 60_000;

describe('an age in words', () => {
  it.each([
    [-5, 'less than a minute'],
    [0, 'less than a minute'],
    [minute - 1, 'less than a minute'],
    [minute, '1 minute'],
    [12.9 * minute, '12 minutes'],
    [59 * minute, '59 minutes'],
    [60 * minute, '1 hour'],
    [119 * minute, '1 hour'],
    [23 * 60 * minute, '23 hours'],
    [24 * 60 * minute, '1 day'],
    [50 * 24 * 60 * minute, '50 days'],
  ])('%d ms is %s', (ms, words) => {
    expect(formatAge(ms)).toBe(words);
  });
});
