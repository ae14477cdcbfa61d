import type { FieldValue } from '#lib/loan/field.ts';
import { packValues } from './pack-values.ts';
import { countPacked, createPackedReader } from './read-packed.ts';
import { chunkRows, type PackedColumn } from './table.ts';

/**
 * The chunks of a column that change, by number.
 * @param old its chunks so far; fewer than the slots need where the table grows, none where the column is new
 * @param nextValue what a slot holds from now on, told what it held (null where there was nothing)
 */
export function updateColumn(
  old: readonly PackedColumn[],
  slots: number,
  nextValue: (slot: number, before: FieldValue) => FieldValue,
): Map<number, PackedColumn> {
  const changed = new Map<number, PackedColumn>();
  for (let chunk = 0; chunk * chunkRows < slots; chunk += 1) {
    const first = chunk * chunkRows;
    const rows = Math.min(chunkRows, slots - first);
    const before = old[chunk];
    const had = before === undefined ? 0 : countPacked(before);
    const read = before === undefined ? () => null : createPackedReader(before);
    const values: FieldValue[] = [];
    let differs = had !== rows;
    for (let row = 0; row < rows; row += 1) {
      const was = row < had ? read(row) : null;
      const is = nextValue(first + row, was);
      values.push(is);
      if (!differs && !isSameValue(was, is)) differs = true;
    }
    if (differs) changed.set(chunk, packValues(values));
  }
  return changed;
}

/** Whether two values are the same, lists by their words. */
export function isSameValue(left: FieldValue, right: FieldValue): boolean {
  if (Object.is(left, right)) return true;
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((word, at) => word === right[at]);
}

/** A reader over all chunks of a column by the row's place in all of them. */
export function createColumnReader(chunks: readonly PackedColumn[]): (row: number) => FieldValue {
  const readers = chunks.map(createPackedReader);
  return (row) => readers[Math.floor(row / chunkRows)]?.(row % chunkRows) ?? null;
}
