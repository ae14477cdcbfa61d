import { countPacked, createPackedReader } from './read-packed.ts';
import { chunkRows, type PackedColumn } from './table.ts';

/**
 * Finds the slots at which one of some numbers stands: the first 32 bits of GUIDs, or loan numbers. One pass over the column.
 * @param first the slot at which the chunks begin
 */
export function scanIds(
  chunks: readonly PackedColumn[],
  wanted: Iterable<number>,
  first: number,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  // Nearly all rows are told apart by a glance at this.
  const marks = new Uint8Array(markCount);
  for (const number of wanted) {
    found.set(number, []);
    marks[number % markCount] = 1;
  }
  if (found.size === 0) return found;
  chunks.forEach((column, n) => {
    const from = first + n * chunkRows;
    if (column.type === 'guid-heads') {
      const { values } = column;
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row] ?? 0;
        if (marks[value % markCount] === 1) found.get(value)?.push(from + row);
      }
      return;
    }
    const read = createPackedReader(column);
    for (let row = 0; row < countPacked(column); row += 1) {
      const value = read(row);
      if (typeof value === 'number' && marks[value % markCount] === 1) found.get(value)?.push(from + row);
    }
  });
  return found;
}

const markCount = 2 ** 16;
