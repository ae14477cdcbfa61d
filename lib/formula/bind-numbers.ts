import { ratings } from '#lib/loan/rating.ts';
import { createVerdicts, unknown, yes } from './batch.ts';
import { bindArithmetic } from './bind-arithmetic.ts';
import { bindNumberCall } from './bind-number-call.ts';
import type { Binding, NumberPart } from './binding.ts';
import type { Checked } from './checked.ts';
import { isWordColumn, type Column } from './columns.ts';
import { findDictionary } from './dictionary.ts';
import { foldConstant } from './fold-constant.ts';
import { runNumbers } from './run-parts.ts';

/** Joins a node whose values are numbers to its columns: quantities, days, codes, ratings as ranks, conditions as 1 and 0. */
export function bindNumbers(binding: Binding, unfolded: Checked): NumberPart {
  const node = foldConstant(binding, unfolded);
  if (node.type.kind === 'truth') return bindConditionAsNumbers(binding, node);
  const dictionary = findDictionary(binding, node);
  if (dictionary !== undefined) {
    const table = runNumbers(dictionary.overWords, node);
    return bindTable(binding.size, dictionary.column.codes, table);
  }
  switch (node.node) {
    case 'constant': {
      const numbers = new Float64Array(binding.size).fill(Number(node.value));
      return () => numbers;
    }
    case 'own':
      return binding.numbers(node.of);
    case 'field':
      return bindColumn(binding, binding.source.column(node.id));
    case 'negate': {
      const part = binding.numbers(node.of);
      const out = new Float64Array(binding.size);
      return (batch) => {
        const values = part(batch);
        for (let i = 0; i < batch.count; i++) out[i] = -(values[i] as number);
        return out;
      };
    }
    case 'arithmetic':
      return bindArithmetic(binding, node);
    case 'call':
      return bindNumberCall(binding, node);
    default:
      return allUnknown(binding.size);
  }
}

function bindColumn(binding: Binding, column: Column): NumberPart {
  if (!isWordColumn(column)) {
    const { numbers } = column;
    const picks = new Float64Array(binding.size);
    return ({ first, count, picked }) => {
      if (picked === null) return numbers.subarray(first, first + count);
      for (let i = 0; i < count; i++) picks[i] = numbers[picked[i] as number] as number;
      return picks;
    };
  }
  // The only words that formulas calculate with are ratings, by their rank.
  const ranks = Float64Array.from(column.words, (word) => {
    const rank = (ratings as readonly unknown[]).indexOf(word);
    return rank < 0 ? Number.NaN : rank;
  });
  return bindTable(binding.size, column.codes, ranks);
}

/** A number for each word of a dictionary, looked up row by row. */
function bindTable(size: number, codes: ArrayLike<number>, table: Float64Array): NumberPart {
  const out = new Float64Array(size);
  return ({ first, count, picked }) => {
    for (let i = 0; i < count; i++) {
      out[i] = table[codes[picked === null ? first + i : (picked[i] as number)] as number] as number;
    }
    return out;
  };
}

function bindConditionAsNumbers(binding: Binding, node: Checked): NumberPart {
  const part = binding.truth(node);
  const verdicts = createVerdicts(binding.size);
  const out = new Float64Array(binding.size);
  return (batch) => {
    part(batch, verdicts);
    for (let i = 0; i < batch.count; i++) {
      const verdict = verdicts.bytes[i];
      out[i] = verdict === unknown ? Number.NaN : verdict === yes ? 1 : 0;
    }
    return out;
  };
}

function allUnknown(size: number): NumberPart {
  const none = new Float64Array(size).fill(Number.NaN);
  return () => none;
}
