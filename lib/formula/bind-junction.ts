import { createVerdicts, no, wordCount, yes, type Batch, type Verdicts } from './batch.ts';
import type { Binding, TruthPart } from './binding.ts';
import type { Checked } from './checked.ts';
import { intersect, pick, unite } from './loops.ts';

type Junction = Extract<Checked, { node: 'all' | 'any' }>;

/** Below this share of rows that are still open, only those are looked at further. */
const pickBelow = 0.25;

/**
 * Joins `and` and `or` to their columns. A row is settled once a part says no (`and`) or yes (`or`); when few rows of a batch
 * are still open, the other parts are worked out for those alone.
 */
export function bindJunction(binding: Binding, { node, parts }: Junction): TruthPart {
  const settled = node === 'all' ? no : yes;
  const combine = node === 'all' ? intersect : unite;
  const steps = parts.map((part) => ({
    part: binding.truth(part),
    verdicts: createVerdicts(binding.size),
    places: new Uint16Array(binding.size + 1),
    picked: new Uint32Array(binding.size),
  }));

  const run = (from: number, batch: Batch, out: Verdicts): void => {
    steps[from]?.part(batch, out);
    for (let at = from + 1; at < steps.length; at++) {
      const step = steps[at];
      if (step === undefined) return;
      const open = pick(out, settled, step.places, batch.count);
      if (open === 0) return;
      if (open < batch.count * pickBelow) {
        narrow(batch, step.places, step.picked, open);
        run(at, { first: 0, count: open, picked: step.picked }, step.verdicts);
        for (let i = 0; i < open; i++) {
          const place = step.places[i] as number;
          const verdict = step.verdicts.bytes[i] as number;
          out.bytes[place] =
            node === 'all' ? (out.bytes[place] as number) & verdict : (out.bytes[place] as number) | verdict;
        }
        return;
      }
      step.part(batch, step.verdicts);
      combine(out.words, step.verdicts.words, wordCount(batch.count));
    }
  };
  return (batch, out) => run(0, batch, out);
}

/** Row numbers of the places that are still open. */
function narrow(batch: Batch, places: Uint16Array, picked: Uint32Array, open: number): void {
  for (let i = 0; i < open; i++) {
    const place = places[i] as number;
    picked[i] = batch.picked === null ? batch.first + place : (batch.picked[place] as number);
  }
}
