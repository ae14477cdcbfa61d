import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import type { Names } from '#lib/formula/names.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** What a filter says of a row. */
export type Match = 'yes' | 'no' | 'unknown';

export interface FilterCounts {
  yes: number;
  no: number;
  unknown: number;
}

export type FilterResult =
  /** One verdict a record, in their order. */
  { matches: Match[]; counts: FilterCounts } | { errors: readonly FormulaError[] };

const matches = ['no', 'yes', 'unknown'] as const satisfies readonly Match[];

/**
 * What a filter formula says of each record (with its derived fields, `withDerivedFields`). An empty formula matches every row;
 * one with a fault gives its errors, and no verdict. `today` is what the word means in the formula.
 */
export function filterRows(
  formula: string,
  records: readonly LoanRecord[],
  today: Day,
  names?: Names,
): FilterResult {
  const counts: FilterCounts = { yes: 0, no: 0, unknown: 0 };
  if (formula.trim() === '') {
    counts.yes = records.length;
    return { matches: records.map(() => 'yes'), counts };
  }
  const checked = checkFilter(formula, names);
  if ('errors' in checked) return checked;
  const compiled = compileFormula(checked.ok);
  const verdicts = compiled.result === 'truth' ? compiled.run(createRowColumns(records, today)) : [];
  const found = Array.from(verdicts, (verdict) => matches[verdict] ?? 'unknown');
  for (const match of found) counts[match]++;
  return { matches: found, counts };
}
