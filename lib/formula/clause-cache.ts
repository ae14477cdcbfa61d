import { createVerdicts, no, yes, type Verdicts } from './batch.ts';
import type { Checked, CheckedFormula } from './checked.ts';
import { createBinding } from './compile.ts';
import type { ColumnSource } from './columns.ts';
import { finish, intersect, unite } from './loops.ts';
import { runTruth } from './run-binding.ts';
import type { ValueType } from './value-type.ts';

/** Filters over one source, where a changed clause costs only itself: the others are remembered. */
export interface ClauseCache {
  /** What a condition says of each row: 0 no, 1 yes, 2 unknown. */
  run(formula: CheckedFormula): Uint8Array;
}

// As many clauses as a filter that is being edited may have had lately; a byte a row each.
const most = 24;

/**
 * Remembers what each clause of the filters that were run said of each row of a source. Clauses are what `and` or `or` join at
 * the top; they are known again by what they mean, however they are written. The source must not change in between.
 */
export function createClauseCache(source: ColumnSource): ClauseCache {
  // In the order of their last use, longest ago first.
  const verdicts = new Map<string, Verdicts>();
  const remember = (clause: Checked): Verdicts => {
    const key = spell(clause);
    const found = verdicts.get(key) ?? runTruth(createBinding(source), clause);
    verdicts.delete(key);
    verdicts.set(key, found);
    const [oldest] = verdicts.keys();
    if (verdicts.size > most && oldest !== undefined) verdicts.delete(oldest);
    return found;
  };
  return {
    run({ root }) {
      const isJoined = root.node === 'call' && (root.name === 'and' || root.name === 'or');
      const clauses = isJoined ? root.args : [root];
      const isAnd = !isJoined || root.name === 'and';
      const all = createVerdicts(source.rows);
      all.bytes.fill(isAnd ? yes : no);
      const combine = isAnd ? intersect : unite;
      for (const clause of clauses) combine(all.words, remember(clause).words, all.words.length);
      finish(all.words);
      return all.bytes.subarray(0, source.rows);
    },
  };
}

/** A clause as a text that is the same for clauses of the same meaning. */
function spell(clause: Checked): string {
  return JSON.stringify(clause, (key, value: unknown) => {
    if (key === 'start' || key === 'end' || key === 'fields') return undefined;
    if (key !== 'type') return value;
    // A month and a day are both 1. Labels are told by the field that has them.
    const { kind, unit } = value as ValueType;
    return `${kind} ${unit}`;
  });
}
