import { listParts } from './guid-columns.ts';
import { joinGuidChunks, type GuidRows } from './guid-rows.ts';
import { countPacked } from './read-packed.ts';
import type { PackedColumn, PackedRows } from './table.ts';

/** What a pull brought, column by column over all its chunks. */
export interface ArrivalColumns {
  rows: number;
  /** The chunks of a kept column; none when the pull does not fill it. */
  chunks(part: string): readonly PackedColumn[];
  /** A column of GUIDs in one piece. */
  guids(name: string): GuidRows;
}

export function createArrivalColumns(chunks: readonly PackedRows[]): ArrivalColumns {
  const rows = chunks.reduce((sum, chunk) => {
    const [column] = chunk.values();
    return sum + (column === undefined ? 0 : countPacked(column));
  }, 0);
  const chunksOf = (part: string): readonly PackedColumn[] =>
    chunks.map((chunk) => chunk.get(part)).filter((column) => column !== undefined);
  return {
    rows,
    chunks: chunksOf,
    guids(name) {
      const [head = '', tail = ''] = listParts(name);
      return joinGuidChunks(chunksOf(head), chunksOf(tail), rows);
    },
  };
}
