import { createVerdicts, unknown, yes } from './batch.ts';
import { bindWordTest } from './bind-word-test.ts';
import type { Binding, NumberPart, TruthPart } from './binding.ts';
import type { Checked, CheckedCall } from './checked.ts';
import { equal, invert, less, unite } from './loops.ts';
import { isWords } from './value-type.ts';

/** Joins a comparison to its columns; undefined for other calls. */
export function bindComparison(binding: Binding, { name, args }: CheckedCall): TruthPart | undefined {
  const [left, right, third] = args as readonly [Checked, Checked, Checked];
  const below = (one: Checked, other: Checked): TruthPart =>
    bindLoop(less, binding.numbers(one), binding.numbers(other));
  const same = (): TruthPart =>
    isWords(left.type)
      ? bindWordTest(binding, left, right, (one, other) => one === other)
      : bindLoop(equal, binding.numbers(left), binding.numbers(right));
  switch (name) {
    case '=':
      return same();
    case '!=':
      return opposite(same());
    case '<':
      return below(left, right);
    case '>':
      return below(right, left);
    case '<=':
      return opposite(below(right, left));
    case '>=':
      return opposite(below(left, right));
    case 'between':
      return opposite(either(binding.size, below(left, right), below(third, left)));
    case 'in':
      return bindAmong(binding, left, args.slice(1));
    default:
      return undefined;
  }
}

function bindLoop(loop: typeof less, a: NumberPart, b: NumberPart): TruthPart {
  return (batch, out) => loop(a(batch), b(batch), out, batch.count);
}

/** The opposite of a condition. */
export function opposite(part: TruthPart): TruthPart {
  return (batch, out) => {
    part(batch, out);
    invert(out.words, (batch.count + 3) >> 2);
  };
}

function either(size: number, one: TruthPart, other: TruthPart): TruthPart {
  const verdicts = createVerdicts(size);
  return (batch, out) => {
    one(batch, out);
    other(batch, verdicts);
    unite(out.words, verdicts.words, (batch.count + 3) >> 2);
  };
}

function bindAmong(binding: Binding, value: Checked, entries: readonly Checked[]): TruthPart {
  const list = entries.map((entry) => (entry.node === 'constant' ? entry.value : ''));
  if (isWords(value.type)) {
    const words = new Set(list.map((entry) => String(entry).toLowerCase()));
    return bindWordTest(binding, value, undefined, (_, word) => words.has(word));
  }
  const wanted = new Set(list.map(Number));
  const part = binding.numbers(value);
  return (batch, { bytes }) => {
    const values = part(batch);
    for (let i = 0; i < batch.count; i++) {
      const number = values[i] as number;
      bytes[i] = number < Infinity ? +wanted.has(number) * yes : unknown;
    }
  };
}
