import type { Arrivals } from './arrivals.ts';
import { isGuidColumn, listParts } from './guid-columns.ts';
import { joinGuidChunks, readGuid } from './guid-rows.ts';
import { countPacked, createPackedReader } from './read-packed.ts';
import { createRowsBuilder } from './rows-builder.ts';
import { chunkRows, type PackedRows } from './table.ts';

/** The chunks of all pages as one list in which every chunk but the last is full. */
export function joinPages(pages: readonly Arrivals[], columns: readonly string[]): readonly PackedRows[] {
  const chunks = pages.flatMap((page) => page.chunks);
  if (chunks.slice(0, -1).every((chunk) => countRowsOf(chunk) === chunkRows)) return chunks;
  const builder = createRowsBuilder(columns);
  const joined: PackedRows[] = [];
  for (const chunk of chunks) {
    const readers = columns.map((name) => createReader(chunk, name));
    for (let row = 0; row < countRowsOf(chunk); row += 1) {
      readers.forEach((read, place) => builder.set(place, read(row)));
      builder.next();
      if (builder.rows === chunkRows) joined.push(builder.take());
    }
  }
  if (builder.rows > 0) joined.push(builder.take());
  return joined;
}

function countRowsOf(chunk: PackedRows): number {
  const [column] = chunk.values();
  return column === undefined ? 0 : countPacked(column);
}

function createReader(
  chunk: PackedRows,
  name: string,
): (row: number) => ReturnType<ReturnType<typeof createPackedReader>> {
  const [first, second] = listParts(name).map((part) => chunk.get(part));
  if (first === undefined) return () => null;
  if (!isGuidColumn(name)) return createPackedReader(first);
  const guids = joinGuidChunks([first], second === undefined ? [] : [second], countPacked(first));
  return (row) => readGuid(guids, row);
}
