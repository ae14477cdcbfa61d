import type { Binding, WordPart } from './binding.ts';
import type { Checked } from './checked.ts';
import { isWordColumn, type Word } from './columns.ts';

/** Joins a node whose values are words to its columns. Rarely runs over many rows: see `fromDictionary`. */
export function bindWords(binding: Binding, node: Checked): WordPart {
  const out: Word[] = [];
  switch (node.node) {
    case 'constant':
      out.push(...Array.from({ length: binding.size }, () => String(node.value)));
      return () => out;
    case 'own':
      return binding.words(node.of);
    case 'field': {
      const column = binding.source.column(node.id);
      if (!isWordColumn(column)) return noWords(binding.size);
      const { codes, words } = column;
      return ({ first, count, picked }) => {
        for (let i = 0; i < count; i++) {
          out[i] = words[codes[picked === null ? first + i : (picked[i] as number)] as number] ?? null;
        }
        return out;
      };
    }
    case 'call':
      return bindChoice(binding, node.name, node.args, out);
    default:
      return noWords(binding.size);
  }
}

function bindChoice(binding: Binding, name: string, args: readonly Checked[], out: Word[]): WordPart {
  if (name === 'coalesce') {
    const parts = args.map((arg) => binding.words(arg));
    return (batch) => {
      for (let i = 0; i < batch.count; i++) out[i] = null;
      for (const part of parts) {
        const words = part(batch);
        for (let i = 0; i < batch.count; i++) out[i] ??= words[i] ?? null;
      }
      return out;
    };
  }
  const [condition, yes, no] = args;
  if (name !== 'if' || !condition || !yes || !no) return noWords(binding.size);
  // The condition as a number: 1, 0, or NaN when unknown.
  const [test, then, otherwise] = [binding.numbers(condition), binding.words(yes), binding.words(no)];
  return (batch) => {
    const [tests, yesWords, noWordsHere] = [test(batch), then(batch), otherwise(batch)];
    for (let i = 0; i < batch.count; i++) {
      out[i] = (tests[i] === 1 ? yesWords[i] : tests[i] === 0 ? noWordsHere[i] : null) ?? null;
    }
    return out;
  };
}

/** All unknown. */
function noWords(size: number): WordPart {
  const none = Array.from({ length: size }, () => null);
  return () => none;
}
