import { checkFilter } from '#lib/formula/check.ts';
import type { CheckedFormula } from '#lib/formula/checked.ts';
import { createClauseCache } from '#lib/formula/clause-cache.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import type { BenchRow } from './bench-row.ts';
import type { BenchMarket } from './filters-rows.ts';
import { takeTurns } from './take-turns.ts';

const others =
  'future scheduled payments / price > 1.4 and (XIRR is unknown or XIRR > 10%) and borrower contains "1" and rating in [A, B, C]';

function check(text: string): CheckedFormula {
  const result = checkFilter(text);
  if ('errors' in result) throw new Error(`${text}: ${result.errors[0]?.message}`);
  return result.ok;
}

/** One clause changed in a filter of five, against that clause alone. */
export function measureChangedClause(market: BenchMarket): BenchRow {
  const cache = createClauseCache(market);
  // Each run asks for another clause, so that none is remembered.
  let asked = 0;
  const next = (): string => `discount < ${-(asked++ % 9973) / 100}%`;
  const clauses = Array.from({ length: 400 }, next);
  const alone = clauses.map((clause) => compileFormula(check(clause)));
  const five = clauses.map((clause) => check(`${others} and ${clause}`));
  const whole = five.map((formula) => compileFormula(formula));
  const turns = { floor: 0, ours: 0, 'all five again': 0 };
  const { floor, ours, ...rivals } = takeTurns({
    floor: () => void alone[turns.floor++ % 400]?.run(market),
    ours: () => void cache.run(five[turns.ours++ % 400] as CheckedFormula),
    'all five again': () => void whole[turns['all five again']++ % 400]?.run(market),
  });
  const ratio = ours / floor;
  return {
    area: 'filters',
    what: 'one clause changed in five, against it alone',
    browser: 'node',
    ours,
    floor,
    rivals,
    ratio,
    bar: '≤ 2 × the clause alone',
    holds: ratio <= 2,
    unit: 'ms',
  };
}
