import { batchSize, createVerdicts, wordCount, type Batch, type Verdicts } from './batch.ts';
import type { Binding } from './binding.ts';
import type { Checked } from './checked.ts';
import type { ColumnSource, Word } from './columns.ts';

/** The inner verdicts (0 no, 2 unknown, 3 yes) of a condition over all rows. */
export function runTruth(binding: Binding, node: Checked): Verdicts {
  const part = binding.truth(node);
  const scratch = createVerdicts(binding.size);
  const all = createVerdicts(binding.source.rows);
  eachBatch(binding.source, (batch) => {
    part(batch, scratch);
    all.words.set(scratch.words.subarray(0, wordCount(batch.count)), batch.first >> 2);
  });
  return all;
}

/** The numbers of a node over all rows. NaN is unknown. */
export function runNumbers(binding: Binding, node: Checked): Float64Array {
  const part = binding.numbers(node);
  const all = new Float64Array(binding.source.rows);
  eachBatch(binding.source, (batch) => all.set(part(batch).subarray(0, batch.count), batch.first));
  return all;
}

/** The words of a node over all rows. */
export function runWords(binding: Binding, node: Checked): Word[] {
  const part = binding.words(node);
  const all: Word[] = [];
  eachBatch(binding.source, (batch) => {
    const words = part(batch);
    for (let i = 0; i < batch.count; i++) all.push(words[i] ?? null);
  });
  return all;
}

function eachBatch(source: ColumnSource, work: (batch: Batch) => void): void {
  for (let first = 0; first < source.rows; first += batchSize) {
    work({ first, count: Math.min(batchSize, source.rows - first), picked: null });
  }
}
