import { formatValue } from '#components/values/format-value.ts';
import { chooseLook } from '#components/values/value-look.ts';
import { formatDay, type Day } from '#lib/base/day.ts';
import { checkFormula } from '#lib/formula/check.ts';
import type { CheckedFormula } from '#lib/formula/checked.ts';
import { explainRow, type Clause, type ExplainedValue } from '#lib/formula/explain.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import { readResult } from '#lib/formula/read-result.ts';
import { createRowColumns } from '#lib/formula/row-columns.ts';
import { describeType } from '#lib/formula/value-type.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { filterRows } from '#lib/views/filter.ts';

const look = chooseLook('en');
const verdicts = { yes: 'match', no: 'do not match', unknown: 'are unknown' } as const;

/**
 * What a formula says of rows, as text for a terminal: how many match, and for some of each kind why, clause by clause; of a
 * formula that is no condition its values.
 * @param records with their derived fields
 * @param show how many rows of each kind are explained
 */
export function explainRows(
  formula: string,
  records: readonly LoanRecord[],
  today: Day,
  show: number,
): { text: string } | { faults: string } {
  const checked = checkFormula(formula);
  if ('errors' in checked)
    return { faults: checked.errors.map((error) => showFault(formula, error)).join('\n\n') };
  const { ok } = checked;
  return {
    text:
      ok.root.type.kind === 'truth'
        ? explainFilter(ok, records, today, show)
        : listValues(ok, records, today, show),
  };
}

/** The formula with the fault underlined, the sentence, and what could stand there instead. */
function showFault(formula: string, { message, start, end, suggestion }: FormulaError): string {
  const line = formula.replaceAll(/\s/g, ' ');
  const under = `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
  const place = `${message} (characters ${start + 1} to ${Math.max(start + 1, end)})`;
  const better = suggestion && formula.slice(0, start) + suggestion + formula.slice(end);
  return [line, under, place, ...(better ? [`Try: ${better}`] : [])].join('\n');
}

function explainFilter(
  checked: CheckedFormula,
  records: readonly LoanRecord[],
  today: Day,
  show: number,
): string {
  const result = filterRows(checked.text, records, today);
  if ('errors' in result) throw new Error(result.errors[0]?.message);
  const { matches, counts } = result;
  const parts = (['yes', 'no', 'unknown'] as const).map((match) => {
    const some = records.filter((_, row) => matches[row] === match).slice(0, show);
    return some.map((record) =>
      [`${nameRow(record)}: ${match}`, ...writeClause(explainRow(checked, record, today), 1)].join('\n'),
    );
  });
  const head = Object.entries(verdicts).map(
    ([match, words]) => `${counts[match as keyof typeof counts]} ${words}`,
  );
  return [`Of ${records.length} listings on ${formatDay(today)} ${head.join(', ')}.`, ...parts.flat()].join(
    '\n\n',
  );
}

function listValues(
  { root }: CheckedFormula,
  records: readonly LoanRecord[],
  today: Day,
  show: number,
): string {
  const values = records.map((record) => readResult(root, createRowColumns([record], today)));
  const known = values.filter((value) => value !== null).length;
  const lines = records
    .slice(0, show)
    .map(
      (record, row) =>
        `  ${nameRow(record)}  ${write({ text: '', type: root.type, value: values[row] ?? null })}`,
    );
  const head = `The formula gives ${describeType(root.type)}; it is known of ${known} of ${records.length} listings on ${formatDay(today)}.`;
  return [head, lines.join('\n')].join('\n\n');
}

function nameRow({ investmentNumber, auctionNumber, rating, country }: LoanRecord): string {
  return [`Loan ${String(investmentNumber ?? auctionNumber ?? 'of unknown number')}`, rating, country]
    .filter(Boolean)
    .join(' ');
}

function writeClause({ text, verdict, joined, parts, decides, values }: Clause, depth: number): string[] {
  const mark = `${'  '.repeat(depth)}${decides ? '*' : ' '} ${verdict.padEnd(7)} `;
  if (joined === null) {
    const seen = values.map((value) => `${value.text} is ${write(value)}`);
    return [`${mark} ${text}${seen.length === 0 ? '' : `   (${seen.join('; ')})`}`];
  }
  const heads = { and: 'all of', or: 'one of', not: 'not' };
  return [`${mark} ${heads[joined]}:`, ...parts.flatMap((part) => writeClause(part, depth + 1))];
}

function write({ type: { kind, unit, labels }, value }: ExplainedValue): string {
  if (value === null) return 'unknown';
  const label = typeof value === 'number' ? labels?.[value] : undefined;
  return label ?? `${formatValue(value, kind, look)}${kind === 'count' && unit ? ` ${unit}` : ''}`;
}
