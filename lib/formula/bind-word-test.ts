import { unknown, yes } from './batch.ts';
import type { Binding, TruthPart } from './binding.ts';
import type { Checked } from './checked.ts';
import type { Word } from './columns.ts';

/** What a test gets to see of a row: texts in lower case, tags as a list. */
type Known = NonNullable<Word>;

/**
 * Joins a test of words to their columns; unknown where one of the words is. Case does not matter.
 * Without a second node, the test gets the first one's word twice.
 */
export function bindWordTest(
  { pool, numbers }: Binding,
  whole: Checked,
  piece: Checked | undefined,
  test: (whole: Known, piece: string) => boolean,
): TruthPart {
  const readWhole = numbers(whole);
  const readPiece = piece && numbers(piece);
  let lastPart: Known = '';
  let folded = '';
  return (batch, { bytes }) => {
    const wholes = readWhole(batch);
    const pieces = readPiece?.(batch) ?? wholes;
    for (let i = 0; i < batch.count; i++) {
      const word = pool[wholes[i] as number] ?? null;
      const part = pool[pieces[i] as number] ?? null;
      // Nearly always the same text in every row.
      if (part !== null && part !== lastPart) {
        lastPart = part;
        folded = String(fold(part));
      }
      bytes[i] = word === null || part === null ? unknown : +test(fold(word), folded) * yes;
    }
  };
}

function fold(word: Known): Known {
  return typeof word === 'string' ? word.toLowerCase() : word.map((tag) => tag.toLowerCase());
}
