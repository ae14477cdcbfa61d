import { describe, expect, it } from 'vitest';
import { checkFormula } from '#lib/formula/check.ts';
import { exampleToday, exampleTopics } from '#lib/formula/examples.ts';
import { functionHelp } from '#lib/formula/function-help.ts';
import { functionNames } from '#lib/formula/functions.ts';
import { parseFormula } from '#lib/formula/parse.ts';
import { printFormula } from '#lib/formula/print.ts';
import { readResult } from '#lib/formula/read-result.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { Expression } from '#lib/formula/syntax.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

const examples = exampleTopics.flatMap((topic) => topic.examples);

function run(formula: string, row: LoanRecord): unknown {
  const checked = checkFormula(formula);
  if ('errors' in checked) throw new Error(checked.errors[0]?.message);
  return readResult(checked.ok.root, createRowColumns([row], exampleToday));
}

describe.each(examples)('the example $formula', ({ formula, rows }) => {
  it.each(rows)('for %j gives %j', (row, gives) => {
    const result = run(formula, row);
    if (typeof gives === 'number') expect(result).toBeCloseTo(gives, 10);
    else expect(result).toBe(gives);
  });

  it('is printed and read again as the same', () => {
    const parsed = parseFormula(formula);
    if ('errors' in parsed) throw new Error(parsed.errors[0]?.message);
    const again = parseFormula(printFormula(parsed.expression));
    expect('expression' in again && printFormula(again.expression)).toBe(printFormula(parsed.expression));
  });
});

it('has a row that each filter among the examples takes, and one that it does not', () => {
  const filters = examples.filter(({ rows }) => rows.some(([, gives]) => gives === true));
  expect(filters.length).toBeGreaterThan(15);
  for (const { formula, rows } of filters)
    expect([formula, rows.some(([, gives]) => gives !== true)]).toEqual([formula, true]);
});

it('shows every sign, and every function at least by its help', () => {
  const seen = new Set<string>();
  const walk = (node: Expression): void => {
    if (node.node !== 'call') return;
    seen.add(node.name);
    node.args.forEach(walk);
  };
  for (const formula of [
    ...examples.map((one) => one.formula),
    ...functionNames.map((name) => functionHelp[name].usage),
  ]) {
    const parsed = parseFormula(formula);
    if ('expression' in parsed) walk(parsed.expression);
  }
  const signs = ['and', 'or', 'not', '=', '<', '<=', '>', '>=', 'in', 'between', 'known', '+', '-', '/'];
  expect([...signs, ...functionNames].filter((name) => !seen.has(name))).toEqual([]);
});
