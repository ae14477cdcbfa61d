import { bindComparison, opposite } from './bind-comparison.ts';
import { bindJunction } from './bind-junction.ts';
import { bindWordTest } from './bind-word-test.ts';
import type { Binding, TruthPart } from './binding.ts';
import { isChoice, type Checked, type CheckedCall } from './checked.ts';
import { findDictionary } from './dictionary.ts';
import { equal, lookUp } from './loops.ts';
import { runTruth } from './run-binding.ts';

/** Joins a condition to its columns. */
export function bindTruth(binding: Binding, node: Checked): TruthPart {
  const dictionary = findDictionary(binding, node);
  if (dictionary) return bindTable(dictionary.column.codes, runTruth(dictionary.overWords, node).bytes);
  if (node.node === 'own') return binding.truth(node.args[0]);
  if (node.node === 'call' && !isChoice(node)) return bindTest(binding, node);
  const part = binding.numbers(node);
  const ones = new Float64Array(binding.size).fill(1);
  return (batch, out) => equal(part(batch), ones, out, batch.count);
}

const wordTests: Readonly<Record<string, Parameters<typeof bindWordTest>[3]>> = {
  contains: (whole, piece) => whole.includes(piece),
  startsWith: (whole, piece) => String(whole).startsWith(piece),
  endsWith: (whole, piece) => String(whole).endsWith(piece),
};

function bindTest(binding: Binding, call: CheckedCall): TruthPart {
  const { name, args } = call;
  const [first, second] = args as readonly [Checked, ...Checked[]];
  const wordTest = wordTests[name];
  if (wordTest) return bindWordTest(binding, first, second, wordTest);
  if (name === 'not') return opposite(binding.truth(first));
  if (name === 'known') return bindKnown(binding, first);
  return bindComparison(binding, call) ?? bindJunction(binding, call);
}

/** Always yes or no. */
function bindKnown(binding: Binding, of: Checked): TruthPart {
  const part = binding.numbers(of);
  return (batch, out) => {
    const values = part(batch);
    equal(values, values, out, batch.count);
    // What is not certainly equal to itself is not known: unknown becomes no.
    for (let i = 0; i * 4 < batch.count; i++) out.words[i] = ((out.words[i] as number) & 0x1010101) * 3;
  };
}

/** A verdict for each word of a dictionary, looked up row by row. */
function bindTable(codes: ArrayLike<number>, table: Uint8Array): TruthPart {
  return ({ first, count, picked }, out) => {
    if (picked)
      for (let i = 0; i < count; i++) out.bytes[i] = table[codes[picked[i] as number] as number] as number;
    else lookUp(codes, table, first, out, count);
  };
}
