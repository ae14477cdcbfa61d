import { reckon } from '#test/unit/background/moving-market.ts';

export const area = 'month';

/**
 * Mirrors a market that moves for thirty days, pulled every hour, and compares what was found with what truly happened.
 * Held when every event was found once and of its right kind, nothing was found that did not happen, all changes of a field
 * follow one another, and no call was refused. A step is a day.
 */
export async function run({ steps = 30, seed = 1 }: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const { pulls, happened, changes, problem, refused, ...bad } = await reckon({
    days: steps,
    everyHours: 1,
    listings: 300,
    seed,
  });
  const counts = Object.entries(bad).map(([what, lines]) => `${what} ${lines.length}`);
  const worst = Object.values(bad).flat()[0];
  return {
    held: worst === undefined && refused === 0 && problem === null && happened > 0,
    line:
      `${steps} days, ${pulls} pulls, ${happened} events and ${changes} changes of fields; ` +
      `${counts.join(', ')}, refused ${refused}${problem === null ? '' : `, ${problem}`}` +
      (worst === undefined ? '' : `; such as: ${worst}`),
  };
}
