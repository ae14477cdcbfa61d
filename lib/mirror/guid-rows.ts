import { joinGuid, readGuidHead, writeGuidTail } from './guid-columns.ts';
import { countPacked, writeHex } from './read-packed.ts';
import { chunkRows, type PackedColumn } from './table.ts';

/** GUIDs of many rows in one piece, in their two halves. All bits zero is unknown. */
export interface GuidRows {
  heads: Uint32Array;
  /** 12 bytes a row. */
  tails: Uint8Array;
}

/** Joins the chunks of a GUID column. @param rows how many there are room for; those beyond the chunks are unknown */
export function joinGuidChunks(
  heads: readonly PackedColumn[],
  tails: readonly PackedColumn[],
  rows: number,
): GuidRows {
  const joined = { heads: new Uint32Array(rows), tails: new Uint8Array(rows * 12) };
  heads.forEach((column, chunk) => {
    if (column.type === 'guid-heads') joined.heads.set(column.values, chunk * chunkRows);
  });
  tails.forEach((column, chunk) => {
    if (column.type === 'guid-tails') joined.tails.set(column.bytes, chunk * chunkRows * 12);
  });
  return joined;
}

/** The GUID of a row; null where it is unknown. */
export function readGuid({ heads, tails }: GuidRows, row: number): string | null {
  return joinGuid(heads[row] ?? 0, writeHex(tails, row * 12, 12));
}

/** GUIDs in one piece, in the order of their texts; what is no GUID is unknown. */
export function packGuidTexts(texts: readonly string[]): GuidRows {
  const packed = { heads: new Uint32Array(texts.length), tails: new Uint8Array(texts.length * 12) };
  texts.forEach((text, row) => {
    const head = readGuidHead(text);
    if (head !== undefined && writeGuidTail(text, packed.tails, row)) packed.heads[row] = head;
    else packed.tails.fill(0, row * 12, row * 12 + 12);
  });
  return packed;
}

/** One chunk of GUIDs as its two kept columns: nothing but unknown takes no room. */
export function packGuids({ heads, tails }: GuidRows): { head: PackedColumn; tail: PackedColumn } {
  const unknown = heads.every((head) => head === 0) && tails.every((byte) => byte === 0);
  return unknown
    ? {
        head: { type: 'one', rows: heads.length, value: null },
        tail: { type: 'one', rows: heads.length, value: null },
      }
    : { head: { type: 'guid-heads', values: heads }, tail: { type: 'guid-tails', bytes: tails } };
}

/**
 * The chunks of a GUID column that change.
 * @param arrivalOf by slot, the row of `arrivals` whose GUID it takes over; -1 keeps what was there
 */
export function updateGuids(
  old: { heads: readonly PackedColumn[]; tails: readonly PackedColumn[] },
  slots: number,
  arrivals: GuidRows,
  arrivalOf: Int32Array,
): { heads: Map<number, PackedColumn>; tails: Map<number, PackedColumn> } {
  const changed = { heads: new Map<number, PackedColumn>(), tails: new Map<number, PackedColumn>() };
  const now = joinGuidChunks(old.heads, old.tails, slots);
  for (let chunk = 0; chunk * chunkRows < slots; chunk += 1) {
    const first = chunk * chunkRows;
    const rows = Math.min(chunkRows, slots - first);
    const before = old.heads[chunk];
    let differs = before === undefined || countPacked(before) !== rows;
    for (let slot = first; slot < first + rows; slot += 1) {
      const arrival = arrivalOf[slot] ?? -1;
      if (arrival >= 0 && takeOver(now, slot, arrivals, arrival)) differs = true;
    }
    if (!differs) continue;
    const { head, tail } = packGuids({
      heads: now.heads.slice(first, first + rows),
      tails: now.tails.slice(first * 12, (first + rows) * 12),
    });
    changed.heads.set(chunk, head);
    changed.tails.set(chunk, tail);
  }
  return changed;
}

/** Copies a GUID; tells whether it is another than before. */
function takeOver(to: GuidRows, toRow: number, from: GuidRows, fromRow: number): boolean {
  const head = from.heads[fromRow] ?? 0;
  let differs = to.heads[toRow] !== head;
  to.heads[toRow] = head;
  for (let at = 0; at < 12; at += 1) {
    const byte = from.tails[fromRow * 12 + at] ?? 0;
    if (to.tails[toRow * 12 + at] === byte) continue;
    differs = true;
    to.tails[toRow * 12 + at] = byte;
  }
  return differs;
}
