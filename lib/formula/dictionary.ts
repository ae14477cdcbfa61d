import type { Binding } from './binding.ts';
import type { Checked } from './checked.ts';
import { isWordColumn, type WordColumn } from './columns.ts';

/** The one word column that a node reads, and a binding whose rows are that column's words. */
export interface Dictionary {
  column: WordColumn;
  overWords: Binding;
}

/**
 * A node that reads nothing but one column of words has one result per word: it can be worked out over the dictionary, and
 * the result looked up for each row. Undefined where that does not apply, or would save nothing.
 */
export function findDictionary(binding: Binding, node: Checked): Dictionary | undefined {
  const [id, ...others] = node.fields;
  if (id === undefined || others.length > 0) return undefined;
  const column = binding.source.column(id);
  if (!isWordColumn(column)) return undefined;
  const { words } = column;
  if (words.length >= binding.source.rows) return undefined;
  const everyWord = { codes: Uint32Array.from(words, (_, place) => place), words };
  const overWords = binding.over({
    rows: words.length,
    today: binding.source.today,
    column: () => everyWord,
  });
  return { column, overWords };
}
