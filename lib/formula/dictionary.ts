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
export function findDictionary({ source, over }: Binding, { fields }: Checked): Dictionary | undefined {
  const [id] = fields;
  const column = id && fields.length === 1 ? source.column(id) : undefined;
  if (!column || !isWordColumn(column) || column.words.length >= source.rows) return undefined;
  const { words } = column;
  const codes = new Uint32Array(words.length);
  for (let i = 0; i < codes.length; i++) codes[i] = i;
  const everyWord = { codes, words };
  return { column, overWords: over({ rows: words.length, today: source.today, column: () => everyWord }) };
}
