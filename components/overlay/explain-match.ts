import type { Day } from '#lib/base/day.ts';
import { checkFilter } from '#lib/formula/check.ts';
import type { Checked } from '#lib/formula/checked.ts';
import { compileFormula } from '#lib/formula/compile.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import type { ColumnSource } from '#lib/formula/columns.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Match } from '#lib/views/filter.ts';

/** What one clause of a filter says of a row. */
export interface ClauseVerdict {
  /** The clause as it was written. */
  text: string;
  match: Match;
  /** Whether the verdict of what it stands in follows from this clause. */
  decides: boolean;
  /** The fields that it reads, when it has no parts. */
  fields: readonly FieldId[];
  /** How its parts are joined. */
  joined: 'and' | 'or' | null;
  parts: readonly ClauseVerdict[];
}

const verdicts = ['no', 'yes', 'unknown'] as const;

/** Takes a filter's verdict on a record apart, clause by clause; undefined for a faulty or empty filter. */
export function explainMatch(formula: string, record: LoanRecord, today: Day): ClauseVerdict | undefined {
  const checked = checkFilter(formula);
  if ('errors' in checked) return undefined;
  return explain(checked.ok.root, formula, createRowColumns([record], today));
}

function explain(node: Checked, formula: string, source: ColumnSource): ClauseVerdict {
  const compiled = compileFormula({ root: node });
  const verdict = compiled.result === 'truth' ? compiled.run(source)[0] : undefined;
  const match = verdicts[verdict ?? 2] ?? 'unknown';
  const clause = { text: formula.slice(node.start, node.end), match, decides: true };
  if (node.node !== 'call' || (node.name !== 'and' && node.name !== 'or'))
    return { ...clause, fields: node.fields, joined: null, parts: [] };
  const parts = node.args.map((part) => explain(part, formula, source));
  // A "yes" of `and` and a "no" of `or` need every part; any other verdict follows from the parts that share it.
  const needsAll = match === (node.name === 'and' ? 'yes' : 'no');
  return {
    ...clause,
    fields: [],
    joined: node.name,
    parts: parts.map((part) => Object.assign(part, { decides: needsAll || part.match === match })),
  };
}
