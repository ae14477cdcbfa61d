import { createVerdicts, no, yes, type Batch, type Verdicts } from './batch.ts';
import type { Binding, TruthPart } from './binding.ts';
import type { CheckedCall } from './checked.ts';
import { countOpen, intersect, unite } from './loops.ts';

/** Below this share of rows that are still open, only those are looked at further. */
const pickBelow = 0.15;

/**
 * Joins `and` and `or` to their columns. A row is settled once a part says no (`and`) or yes (`or`); when few rows of a batch
 * are still open, the other parts are worked out for those alone.
 */
export function bindJunction({ size, truth }: Binding, { name, args }: CheckedCall): TruthPart {
  const isAnd = name === 'and';
  const settled = isAnd ? no : yes;
  const combine = isAnd ? intersect : unite;
  const steps = args.map((part) => ({
    part: truth(part),
    verdicts: createVerdicts(size),
    places: new Uint16Array(size),
    picked: new Uint32Array(size),
  }));

  const run = (from: number, batch: Batch, out: Verdicts): void => {
    steps[from]?.part(batch, out);
    for (let at = from + 1; at < steps.length; at++) {
      const step = steps[at] as (typeof steps)[number];
      const open = countOpen(out.words, settled, batch.count);
      if (open === 0) return;
      if (open < batch.count * pickBelow) {
        const { places, picked, verdicts } = step;
        const count = pick(out.bytes, settled, batch, places, picked);
        run(at, { first: 0, count, picked }, verdicts);
        for (let i = 0; i < count; i++) {
          const place = places[i] as number;
          const [before, verdict] = [out.bytes[place] as number, verdicts.bytes[i] as number];
          out.bytes[place] = isAnd ? before & verdict : before | verdict;
        }
        return;
      }
      step.part(batch, step.verdicts);
      combine(out.words, step.verdicts.words, (batch.count + 3) >> 2);
    }
  };
  return (batch, out) => run(0, batch, out);
}

/** Notes which rows of a batch are not settled: their places in the batch, and their row numbers. Returns how many there are. */
function pick(
  bytes: Uint8Array,
  settled: number,
  batch: Batch,
  places: Uint16Array,
  picked: Uint32Array,
): number {
  let count = 0;
  for (let i = 0; i < batch.count; i++) {
    if (bytes[i] === settled) continue;
    places[count] = i;
    picked[count++] = batch.picked ? (batch.picked[i] as number) : batch.first + i;
  }
  return count;
}
