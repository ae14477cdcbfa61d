import { ratings, type Rating } from '#lib/loan/rating.ts';
import { createVerdicts, unknown } from './batch.ts';
import { bindArithmetic } from './bind-arithmetic.ts';
import { bindFunction } from './bind-function.ts';
import type { Binding, NumberPart } from './binding.ts';
import { isChoice, type Checked } from './checked.ts';
import { isWordColumn } from './columns.ts';
import { isWords } from './value-type.ts';

/** Joins a node to its columns as numbers: quantities, days, codes; ratings as ranks, conditions as 1 and 0, words as places in the pool. */
export function bindNumbers(binding: Binding, node: Checked): NumberPart {
  const { size, pool } = binding;
  if (node.node === 'own') return binding.numbers(node.args[0]);
  if (node.node === 'field') return bindField(binding, node);
  if (node.node === 'constant') {
    return always(size, typeof node.value === 'string' ? pool.push(node.value) - 1 : Number(node.value));
  }
  const part =
    node.type.kind === 'truth' && !isChoice(node)
      ? bindVerdicts(binding, node)
      : (bindArithmetic(binding, node) ?? bindFunction(binding, node));
  // What no field has a part in, as `today - 30 days`, is worked out once.
  return node.fields.length > 0 || size === 0
    ? part
    : always(size, part({ first: 0, count: 1, picked: null })[0]);
}

function bindVerdicts({ size, truth }: Binding, node: Checked): NumberPart {
  const part = truth(node);
  const verdicts = createVerdicts(size);
  const out = new Float64Array(size);
  return (batch) => {
    part(batch, verdicts);
    for (let i = 0; i < batch.count; i++) {
      const verdict = verdicts.bytes[i] as number;
      // 0 and 3 become 0 and 1.
      out[i] = verdict === unknown ? Number.NaN : verdict & 1;
    }
    return out;
  };
}

function always(size: number, value = Number.NaN): NumberPart {
  const numbers = new Float64Array(size).fill(value);
  return () => numbers;
}

function bindField(
  { source, size, pool }: Binding,
  { id, type }: Extract<Checked, { node: 'field' }>,
): NumberPart {
  const column = source.column(id);
  const isRating = type.kind === 'rating';
  if (isWordColumn(column)) {
    const { words, codes } = column;
    const places = new Float64Array(words.length);
    // Plain loops: `from` and its callback take ten times as long, and there may be as many words as rows.
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? null;
      const place = word === null ? -1 : isRating ? ratings.indexOf(word as Rating) : pool.push(word) - 1;
      places[i] = place < 0 ? Number.NaN : place;
    }
    return bindTable(size, codes, places);
  }
  // A source that has numbers where words are asked for knows nothing.
  if (isRating || isWords(type)) return always(size);
  const { numbers } = column;
  const picks = new Float64Array(size);
  return ({ first, count, picked }) => {
    if (!picked) return numbers.subarray(first, first + count);
    for (let i = 0; i < count; i++) picks[i] = numbers[picked[i] as number] as number;
    return picks;
  };
}

/** A number for each word of a dictionary, looked up row by row. */
function bindTable(size: number, codes: ArrayLike<number>, table: Float64Array): NumberPart {
  const out = new Float64Array(size);
  return ({ first, count, picked }) => {
    for (let i = 0; i < count; i++) {
      out[i] = table[codes[picked ? (picked[i] as number) : first + i] as number] as number;
    }
    return out;
  };
}
