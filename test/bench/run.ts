import { mkdirSync, writeFileSync } from 'node:fs';
import { listAreas } from '#test/commands/list-areas.ts';
import type { BenchArea, BenchRow } from './bench-row.ts';

// npm run bench [-- AREA]: prints a table and writes .output/bench.json.
const areas = await listAreas<BenchArea>(new URL('.', import.meta.url), process.argv.slice(2));
const rows: BenchRow[] = [];
for (const { run } of areas) rows.push(...(await run()));

console.table(
  rows.map(({ rivals, ...row }) => ({
    ...row,
    ours: Number(row.ours.toPrecision(4)),
    floor: Number(row.floor.toPrecision(4)),
    ratio: Number(row.ratio.toPrecision(4)),
    rivals: Object.entries(rivals)
      .map(([name, value]) => `${name} ${value.toPrecision(3)}`)
      .join(', '),
  })),
);
const output = new URL('../../.output/', import.meta.url);
mkdirSync(output, { recursive: true });
writeFileSync(new URL('bench.json', output), `${JSON.stringify(rows, null, 2)}\n`);
const held = rows.filter((row) => row.holds).length;
console.log(`${held} of ${rows.length} bars hold`);
process.exitCode = rows.length > 0 && held === rows.length ? 0 : 1;
