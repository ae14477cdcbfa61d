import { Environment } from '@marcbachmann/cel-js';
import { compileExpression } from 'filtrex';
import { checkFilter } from '#lib/formula/check.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import type { BenchRow } from './bench-row.ts';
import { createBenchMarket, type BenchMarket } from './filters-rows.ts';
import { benchRules, type BenchRule } from './filters-rules.ts';
import { measureChangedClause } from './filters-clause.ts';
import { measureSort } from './filters-sort.ts';
import { geometricMean, takeTurns } from './take-turns.ts';

const area = 'filters';

/**
 * Filters over 100,000 rows against the loop by hand, and against other engines over the same rows as objects. Runs in Node and in
 * a page of an extension, which refuses `filtrex`: it makes code from text.
 */
export function measureFilters(browser: BenchRow['browser']): BenchRow[] {
  const market = createBenchMarket(100_000, 1);
  const objects = market.objects();
  const rows = benchRules.map((rule) => measureRule(rule, market, objects));
  const ratio = geometricMean(rows.map((row) => row.ours / row.floor));
  const times = (name: string): number =>
    geometricMean(rows.map((row) => (row.rivals[name] ?? Number.NaN) / row.ours));
  const total = (pick: (row: BenchRow) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  const whole = (
    what: string,
    rivals: Record<string, number>,
    value: number,
    bar: string,
    holds: boolean,
  ): BenchRow => ({
    area,
    what,
    browser,
    ours: total((row) => row.ours),
    floor: total((row) => row.floor),
    rivals,
    ratio: value,
    bar,
    holds,
    unit: 'ms',
  });
  const against = (name: string, least: number): BenchRow => {
    const theirs = { [name]: total((row) => row.rivals[name] ?? 0) };
    return whole(
      `all five rules against ${name}`,
      theirs,
      times(name),
      `≥ ${least} × ${name}`,
      times(name) >= least,
    );
  };
  return [
    ...rows,
    measureChangedClause(market),
    measureSort(market),
    whole('all five rules', {}, ratio, '≤ 1.5 × by hand (geometric mean)', ratio <= 1.5),
    against('cel-js', 10),
    ...(makesCode() ? [against('filtrex', 4)] : []),
  ].map((row) => Object.assign(row, { browser }));
}

function measureRule(
  rule: BenchRule,
  market: BenchMarket,
  objects: readonly Record<string, unknown>[],
): BenchRow {
  const checked = checkFilter(rule.formula);
  if ('errors' in checked) throw new Error(`${rule.formula}: ${checked.errors[0]?.message}`);
  const compiled = compileFormula(checked.ok);
  if (compiled.result !== 'truth') throw new Error(`${rule.formula} is no filter`);
  const byHand = new Uint8Array(market.rows);
  const theirs = new Uint8Array(market.rows);
  const filtrex = makesCode()
    ? compileExpression(rule.filtrex, {
        extraFunctions: { startsWith: (text: string, start: string) => text.startsWith(start) },
      })
    : null;
  const cel = new Environment().registerVariable('r', 'map').parse(rule.cel);

  const judge = (fits: (row: Record<string, unknown>) => unknown) => (): void => {
    for (let i = 0; i < objects.length; i++) theirs[i] = Number(fits(objects[i] as Record<string, unknown>));
  };
  const medians = takeTurns({
    floor: () => rule.byHand(market, byHand),
    ours: () => void compiled.run(market),
  });
  const rivals = takeTurns<string>(
    {
      ...(filtrex === null ? {} : { filtrex: judge((row) => filtrex(row)) }),
      'cel-js': judge((row) => cel({ r: row })),
    },
    5,
    2,
  );
  const ours = compiled.run(market);
  if (!ours.every((verdict, row) => verdict === byHand[row]))
    throw new Error(`${rule.what}: not the same as by hand`);
  const ratio = medians.ours / medians.floor;
  return {
    area,
    what: rule.what,
    browser: 'node',
    ...medians,
    rivals,
    ratio,
    bar: '≤ 2 × by hand',
    holds: ratio <= 2,
    unit: 'ms',
  };
}

/** Whether code may be made from text here. */
function makesCode(): boolean {
  try {
    return compileExpression('1 + 1')({}) === 2;
  } catch {
    return false;
  }
}
