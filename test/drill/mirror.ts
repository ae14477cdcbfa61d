import 'fake-indexeddb/auto';
import { countDeaths } from '#test/unit/background/mirror-deaths.ts';

export const area = 'mirror';

/**
 * Ends the background at random steps of pulls, stagings, commits and look-ups, over a market that moves, and starts it again
 * over what is on disk. Held when in the end the mirror is the same, column by column and event by event, as that of a
 * background that never died over the same market.
 */
export async function run({ steps = 200, seed = 1 }: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const { deaths, rounds, during, rows, events, differences } = await countDeaths({ deaths: steps, seed });
  const counts = Object.entries(during).map(([task, times]) => `${times} in ${task}`);
  return {
    held: deaths === steps && differences.length === 0 && events > 0,
    line:
      `${deaths} deaths (${counts.join(', ')}) in ${rounds} rounds, ${rows} listings, ${events} events; ` +
      `differences ${differences.length}${differences.length > 0 ? `: ${differences.join('; ')}` : ''}`,
  };
}
