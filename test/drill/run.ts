import { parseArgs } from 'node:util';
import { listAreas } from '#test/commands/list-areas.ts';
import type { DrillArea } from './drill-area.ts';

// npm run drill [-- AREA] [--steps N] [--seed S]: exit status 0 only if everything held.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { steps: { type: 'string' }, seed: { type: 'string' } },
});
const areas = await listAreas<DrillArea>(new URL('.', import.meta.url), positionals);
let allHeld = areas.length > 0;
for (const { area, run } of areas) {
  const { line, held } = await run({
    ...(values.steps === undefined ? {} : { steps: Number(values.steps) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  });
  allHeld &&= held;
  console.log(`${area}: ${held ? 'held' : 'DID NOT HOLD'}: ${line}`);
}
process.exitCode = allHeld ? 0 : 1;
