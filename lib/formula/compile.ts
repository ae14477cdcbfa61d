import { ratings } from '#lib/loan/rating.ts';
import { batchSize } from './batch.ts';
import { bindNumbers } from './bind-numbers.ts';
import { bindTruth } from './bind-truth.ts';
import type { Binding } from './binding.ts';
import type { CheckedFormula } from './checked.ts';
import type { ColumnSource, Word } from './columns.ts';
import { finish } from './loops.ts';
import { runNumbers, runTruth } from './run-binding.ts';
import { isWords } from './value-type.ts';

/** A formula as loops over columns. `run` gives one result a row. */
export type CompiledFormula =
  /** 0 no, 1 yes, 2 unknown. */
  | { result: 'truth'; run: (source: ColumnSource) => Uint8Array }
  /** NaN is unknown; never infinite. */
  | { result: 'numbers'; run: (source: ColumnSource) => Float64Array }
  /** null is unknown. */
  | { result: 'words'; run: (source: ColumnSource) => Word[] };

/**
 * Turns a checked formula into loops over the columns of whatever source it is then run on. No code is made from text:
 * each node becomes one of a fixed set of loops, which work on batches of rows.
 */
export function compileFormula({ root }: Pick<CheckedFormula, 'root'>): CompiledFormula {
  if (root.type.kind === 'truth') {
    return {
      result: 'truth',
      run: (source) => {
        const verdicts = runTruth(createBinding(source), root);
        finish(verdicts.words);
        return verdicts.bytes.subarray(0, source.rows);
      },
    };
  }
  if (root.type.kind !== 'rating' && !isWords(root.type)) {
    return { result: 'numbers', run: (source) => runNumbers(createBinding(source), root) };
  }
  return {
    result: 'words',
    run: (source) => {
      const binding = createBinding(source);
      const numbers = runNumbers(binding, root);
      const words: readonly Word[] = root.type.kind === 'rating' ? ratings : binding.pool;
      return Array.from(numbers, (place) => words[place] ?? null);
    },
  };
}

/** Joins formulas to a source. */
export function createBinding(source: ColumnSource): Binding {
  const binding: Binding = {
    source,
    size: Math.min(batchSize, source.rows),
    pool: [],
    numbers: (node) => bindNumbers(binding, node),
    truth: (node) => bindTruth(binding, node),
    over: createBinding,
  };
  return binding;
}
