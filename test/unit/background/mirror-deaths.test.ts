import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { countDeaths } from './mirror-deaths.ts';

describe('the mirror of a background that dies again and again', () => {
  // Ten deaths here; `npm run drill -- mirror` makes it two hundred.
  it('is the same, column by column and event by event, as that of one that lives', async () => {
    const { deaths, rows, events, differences } = await countDeaths({ deaths: 10, seed: 3 });
    expect(differences).toEqual([]);
    expect(deaths).toBe(10);
    expect(rows).toBeGreaterThan(0);
    expect(events).toBeGreaterThan(0);
  }, 60_000);
});
