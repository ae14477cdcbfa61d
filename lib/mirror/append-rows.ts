import type { FieldValue } from '#lib/loan/field.ts';
import { isGuidColumn, listParts } from './guid-columns.ts';
import { joinGuidChunks, readGuid } from './guid-rows.ts';
import type { MirrorReader, TableChange } from './mirror-disk.ts';
import { createPackedReader, measureAll } from './read-packed.ts';
import { createRowsBuilder } from './rows-builder.ts';
import { chunkRows, type PackedColumn, type TableHead, type TableName } from './table.ts';

/** The values of a row by column; what is missing is unknown. */
export type RowValues = Readonly<Record<string, FieldValue>>;

/** What a commit must do so that the rows stand at the end of a table that only grows. Undefined when there are none. */
export async function appendRows(
  reader: MirrorReader,
  table: TableName,
  rows: readonly RowValues[],
  at: number,
): Promise<TableChange | undefined> {
  if (rows.length === 0) return undefined;
  const old = (await reader.readHeads()).get(table);
  const names = [
    ...new Set([...Object.keys(old?.columns ?? {}), ...rows.flatMap((row) => Object.keys(row))]),
  ];
  const slots = old?.slots ?? 0;
  const firstChunk = Math.floor(slots / chunkRows);
  const begun = slots % chunkRows;
  const last =
    begun === 0 || old === undefined
      ? new Map<string, readonly PackedColumn[]>()
      : await reader.readColumns(table, Object.keys(old.columns).flatMap(listParts), [firstChunk]);

  const columns = new Map<string, Map<number, PackedColumn>>(
    names.flatMap(listParts).map((part) => [part, new Map()]),
  );
  const builder = createRowsBuilder(names);
  const fillBegun = createRowReader(names, last);
  for (let row = 0; row < begun; row += 1) {
    names.forEach((name, place) => builder.set(place, fillBegun(name, row)));
    builder.next();
  }
  let chunk = firstChunk;
  const write = (): void => {
    for (const [part, packed] of builder.take()) columns.get(part)?.set(chunk, packed);
    chunk += 1;
  };
  for (const row of rows) {
    names.forEach((name, place) => builder.set(place, row[name] ?? null));
    builder.next();
    if (builder.rows === chunkRows) write();
  }
  if (builder.rows > 0) write();

  const bytes = { ...old?.columns };
  for (const name of names) {
    if (!(name in bytes)) fillEarlier(columns, name, old?.firstChunk ?? 0, firstChunk);
    const written = listParts(name).map((part) => measureAll(columns.get(part)?.values() ?? []));
    const replaced = listParts(name).flatMap((part) => last.get(part) ?? []);
    bytes[name] = (bytes[name] ?? 0) + sum(written) - measureAll(replaced);
  }
  const head: TableHead = {
    table,
    slots: slots + rows.length,
    firstChunk: old?.firstChunk ?? 0,
    free: new Uint32Array(0),
    at,
    source: null,
    owner: null,
    revision: (old?.revision ?? 0) + 1,
    columns: bytes,
    doubted: null,
  };
  return { head, reset: false, columns, dropBefore: 0 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

// A column that comes later than its rows is unknown in all full chunks before.
function fillEarlier(
  columns: ReadonlyMap<string, Map<number, PackedColumn>>,
  name: string,
  from: number,
  to: number,
): void {
  for (const part of listParts(name)) {
    for (let chunk = from; chunk < to; chunk += 1) {
      columns.get(part)?.set(chunk, { type: 'one', rows: chunkRows, value: null });
    }
  }
}

/** Reads the values of one chunk by column and row. */
function createRowReader(
  names: readonly string[],
  chunks: ReadonlyMap<string, readonly PackedColumn[]>,
): (name: string, row: number) => FieldValue {
  const readers = new Map(
    names.map((name): [string, (row: number) => FieldValue] => {
      const [first, second] = listParts(name).map((part) => chunks.get(part));
      if (first === undefined) return [name, () => null];
      if (!isGuidColumn(name)) return [name, first[0] ? createPackedReader(first[0]) : () => null];
      const guids = joinGuidChunks(first, second ?? [], chunkRows);
      return [name, (row) => readGuid(guids, row)];
    }),
  );
  return (name, row) => readers.get(name)?.(row) ?? null;
}
