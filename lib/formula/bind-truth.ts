import { createVerdicts, unknown, wordCount, yes } from './batch.ts';
import { bindComparison } from './bind-comparison.ts';
import { bindJunction } from './bind-junction.ts';
import { bindTextTest } from './bind-text-test.ts';
import type { Binding, TruthPart } from './binding.ts';
import { isWordKind, type Checked } from './checked.ts';
import { findDictionary } from './dictionary.ts';
import { equalTo, invert, lookUp, lookUpPicked, oneOf, within } from './loops.ts';
import { runTruth } from './run-parts.ts';

/** Joins a condition to its columns. */
export function bindTruth(binding: Binding, node: Checked): TruthPart {
  const dictionary = findDictionary(binding, node);
  if (dictionary !== undefined) {
    const { codes } = dictionary.column;
    const table = runTruth(dictionary.overWords, node).bytes;
    return ({ first, count, picked }, { bytes }) =>
      picked === null
        ? lookUp(codes, table, first, bytes, count)
        : lookUpPicked(codes, table, picked, bytes, count);
  }
  switch (node.node) {
    case 'constant':
      return ({ count }, { bytes }) => void bytes.fill(node.value === true ? yes : 0, 0, count);
    case 'own':
      return binding.truth(node.of);
    case 'field': {
      const column = binding.source.column(node.id);
      const numbers =
        'numbers' in column ? binding.numbers({ ...node, type: { kind: 'number' } }) : undefined;
      return (batch, { bytes }) =>
        numbers === undefined
          ? void bytes.fill(unknown, 0, batch.count)
          : equalTo(numbers(batch), 1, bytes, batch.count);
    }
    case 'not': {
      const part = binding.truth(node.of);
      return (batch, out) => {
        part(batch, out);
        invert(out.words, wordCount(batch.count));
      };
    }
    case 'all':
    case 'any':
      return bindJunction(binding, node);
    case 'compare':
      return bindComparison(binding, node);
    case 'between': {
      const [value, low, high] = [node.value, node.low, node.high].map((part) => binding.numbers(part));
      return (batch, { bytes }) => {
        if (value && low && high) within(value(batch), low(batch), high(batch), bytes, batch.count);
      };
    }
    case 'among':
      return bindAmong(binding, node);
    case 'known':
      return bindKnown(binding, node.of);
    case 'call':
      return node.name === 'if' || node.name === 'coalesce'
        ? bindChoice(binding, node)
        : bindTextTest(binding, node);
    default:
      return ({ count }, { bytes }) => void bytes.fill(unknown, 0, count);
  }
}

function bindAmong(binding: Binding, node: Extract<Checked, { node: 'among' }>): TruthPart {
  if (isWordKind(node.value)) {
    const wanted = new Set(node.list.map((entry) => String(entry).toLowerCase()));
    const part = binding.words(node.value);
    return (batch, { bytes }) => {
      const words = part(batch);
      for (let i = 0; i < batch.count; i++) {
        const word = words[i];
        bytes[i] = typeof word !== 'string' ? unknown : wanted.has(word.toLowerCase()) ? yes : 0;
      }
    };
  }
  const list = new Set(node.list.map(Number));
  const part = binding.numbers(node.value);
  return (batch, { bytes }) => oneOf(part(batch), list, bytes, batch.count);
}

/** Always yes or no. */
function bindKnown(binding: Binding, of: Checked): TruthPart {
  if (of.type.kind === 'truth') {
    const part = binding.truth(of);
    return (batch, out) => {
      part(batch, out);
      for (let i = 0; i < batch.count; i++) out.bytes[i] = out.bytes[i] === unknown ? 0 : yes;
    };
  }
  if (isWordKind(of)) {
    const part = binding.words(of);
    return (batch, { bytes }) => {
      const words = part(batch);
      for (let i = 0; i < batch.count; i++) bytes[i] = (words[i] ?? null) === null ? 0 : yes;
    };
  }
  const part = binding.numbers(of);
  return (batch, { bytes }) => {
    const values = part(batch);
    for (let i = 0; i < batch.count; i++) bytes[i] = Number(!Number.isNaN(values[i])) * yes;
  };
}

function bindChoice(binding: Binding, { name, args }: Extract<Checked, { node: 'call' }>): TruthPart {
  const parts = args.map((arg) => binding.truth(arg));
  const scratch = args.map(() => createVerdicts(binding.size));
  return (batch, { bytes }) => {
    const columns = parts.map((part, place) => {
      const out = scratch[place] ?? createVerdicts(batch.count);
      part(batch, out);
      return out.bytes;
    });
    for (let i = 0; i < batch.count; i++) {
      const values = columns.map((column) => column[i] ?? unknown);
      const [first = unknown, second = unknown, third = unknown] = values;
      if (name === 'coalesce') bytes[i] = values.find((value) => value !== unknown) ?? unknown;
      else bytes[i] = first === yes ? second : first === 0 ? third : unknown;
    }
  };
}
