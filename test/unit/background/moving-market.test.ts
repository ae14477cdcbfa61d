import { describe, expect, it } from 'vitest';
import { reckon } from './moving-market.ts';

describe('the mirror of a market that moves for thirty days', () => {
  // Every eight hours here; `npm run drill -- month` does it every hour.
  it('finds everything that happened between two pulls, of its right kind, once, and nothing else', async () => {
    const reckoning = await reckon({ days: 30, everyHours: 8, listings: 60, seed: 5 });
    expect(reckoning).toMatchObject({
      missing: [],
      invented: [],
      repeated: [],
      broken: [],
      refused: 0,
      problem: null,
      pulls: 91,
    });
    expect(reckoning.happened).toBeGreaterThan(500);
  }, 60_000);
});
