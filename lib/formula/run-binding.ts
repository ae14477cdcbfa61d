import { batchSize, createVerdicts, type Batch, type Verdicts } from './batch.ts';
import type { Binding } from './binding.ts';
import type { Checked } from './checked.ts';

/** The inner verdicts (0 no, 2 unknown, 3 yes) of a condition over all rows of a binding. */
export function runTruth(binding: Binding, node: Checked): Verdicts {
  const part = binding.truth(node);
  const all = createVerdicts(binding.source.rows);
  eachBatch(binding, (batch) => {
    const { first } = batch;
    part(batch, { words: all.words.subarray(first >> 2), bytes: all.bytes.subarray(first) });
  });
  return all;
}

/** The numbers of a node over all rows of a binding. NaN is unknown. */
export function runNumbers(binding: Binding, node: Checked): Float64Array {
  const part = binding.numbers(node);
  const all = new Float64Array(binding.source.rows);
  eachBatch(binding, (batch) => all.set(part(batch).subarray(0, batch.count), batch.first));
  return all;
}

function eachBatch({ source: { rows } }: Binding, work: (batch: Batch) => void): void {
  for (let first = 0; first < rows; first += batchSize) {
    work({ first, count: Math.min(batchSize, rows - first), picked: null });
  }
}
