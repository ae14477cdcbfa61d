import type { FieldValue } from '#lib/loan/field.ts';
import { createArrivalColumns } from './arrival-columns.ts';
import { isGuidColumn, listParts } from './guid-columns.ts';
import { joinGuidChunks, readGuid, updateGuids, type GuidRows } from './guid-rows.ts';
import { matchRows, type Matching } from './match-rows.ts';
import type { MirrorReader, TableChange, VanishedRow } from './mirror-disk.ts';
import type { NewEvent } from './mirror-event.ts';
import { nextOwnValue, type OwnColumn } from './own-columns.ts';
import { measureAll } from './read-packed.ts';
import { tableSpecs, type PulledTable } from './table-specs.ts';
import type { PackedColumn, PackedRows, TableHead } from './table.ts';
import { tellChanges, type FieldChange, type GoneRow } from './tell-changes.ts';
import { createColumnReader, isSameValue, updateColumn } from './update-column.ts';

/** A pull at its end, to be laid over the table. */
export interface NewState {
  table: PulledTable;
  /** All full but the last. */
  chunks: readonly PackedRows[];
  /** The columns that the pull fills. */
  columns: readonly string[];
  /** Epoch ms of the pull. */
  at: number;
  source: string;
  owner: string | null;
}

/** What the pull does to the table. */
export interface TableUpdate {
  change: TableChange;
  events: readonly NewEvent[];
  /** Rows that are to be looked up. */
  vanished: readonly VanishedRow[];
  /** Rows that were to be looked up and are back. */
  returned: readonly VanishedRow[];
  matching: Matching;
  /** Rows of which a field changed. */
  changedRows: number;
  first: boolean;
}

/**
 * Lays a pull over its table, column by column: one column of the table is read at a time, and what did not change is not
 * written. A table that was never pulled, or belongs to another account, is replaced; nothing is told of that.
 */
export async function updateTable(state: NewState, reader: MirrorReader): Promise<TableUpdate> {
  const { table, at } = state;
  const spec = tableSpecs[table];
  const standing = (await reader.readHeads()).get(table);
  const old = standing?.owner === state.owner ? standing : undefined;
  const read = async (name: string): Promise<(readonly PackedColumn[])[]> => {
    const parts = listParts(name);
    const columns = old === undefined ? new Map() : await reader.readColumns(table, parts);
    return parts.map((part) => columns.get(part) ?? []);
  };
  const [heads = [], tails = []] = await read(spec.key);
  const oldKeys = joinGuidChunks(heads, tails, old?.slots ?? 0);
  const arrivals = createArrivalColumns(state.chunks);
  const keys = arrivals.guids(spec.key);
  const matching = matchRows(
    { slots: old?.slots ?? 0, free: old?.free ?? new Uint32Array(0), keys: oldKeys },
    keys,
  );
  const { slots, arrivalOf } = matching;
  const isNew = new Uint8Array(slots);
  for (const slot of matching.added) isNew[slot] = 1;
  const waiting = old === undefined ? [] : await reader.readVanished(table);
  const returned = findReturned(waiting, matching, keys);
  const gone: GoneRow[] = matching.gone.map((slot) => ({ slot, values: {} }));
  const changes: FieldChange[] = [];

  const updateGiven = (name: string, [first = [], second = []]: (readonly PackedColumn[])[]): Chunks[] => {
    if (isGuidColumn(name)) {
      const oldChunks = { heads: first, tails: second };
      const updated = updateGuids(oldChunks, slots, arrivals.guids(name), arrivalOf);
      return [updated.heads, updated.tails];
    }
    const readNew = createColumnReader(arrivals.chunks(name));
    const isTold = spec.events !== null && isToldOf(old, name);
    const next = (slot: number, was: FieldValue): FieldValue => {
      const arrival = arrivalOf[slot] ?? -1;
      if (arrival < 0) return was;
      const is = readNew(arrival);
      if (!isTold) return is;
      const from = isNew[slot] === 0 ? was : readReturned(returned.get(slot), name, is);
      if (!isSameValue(from, is)) changes.push({ slot, field: name, from, to: is });
      return is;
    };
    return [updateColumn(first, slots, next)];
  };

  const updateOwn = async (name: OwnColumn, [first = []]: (readonly PackedColumn[])[]): Promise<Chunks[]> => {
    const parts = arrivals.guids('loanPartId');
    const next = await nextOwnValue(name, {
      at,
      isNew,
      returned,
      gone: [...waiting, ...gone].map(({ values }) => values),
      loanPartIdOf: (slot) => readGuid(parts, arrivalOf[slot] ?? -1),
      priceChanged: new Set(changes.flatMap(({ field, slot }) => (field === 'price' ? [slot] : []))),
      reader,
    });
    return [updateColumn(first, slots, (slot, was) => ((arrivalOf[slot] ?? -1) < 0 ? was : next(slot, was)))];
  };

  const written = new Map<string, Chunks>();
  const bytes: Record<string, number> = { ...old?.columns };
  const own: ReadonlySet<string> = new Set(spec.ownColumns);
  const given = [...new Set([...state.columns, ...Object.keys(bytes)])].filter((name) => !own.has(name));
  const work: [name: string, update: (old: (readonly PackedColumn[])[]) => Chunks[] | Promise<Chunks[]>][] = [
    ...given.map((name): (typeof work)[number] => [name, (chunks) => updateGiven(name, chunks)]),
    // Last, for they depend on how the others were and are.
    ...spec.ownColumns.map((name): (typeof work)[number] => [name, (chunks) => updateOwn(name, chunks)]),
  ];
  for (const [name, update] of work) {
    const oldChunks = await read(name);
    const updated = await update(oldChunks);
    const readOld = createReader(name, oldChunks, old?.slots ?? 0);
    for (const row of gone) row.values[name] = readOld(row.slot);
    listParts(name).forEach((part, n) => written.set(part, updated[n] ?? new Map()));
    bytes[name] = measureTogether(oldChunks, updated);
  }

  return {
    change: {
      head: {
        table,
        slots,
        firstChunk: 0,
        free: matching.free,
        at,
        source: state.source,
        owner: state.owner,
        revision: (standing?.revision ?? 0) + 1,
        columns: bytes,
        doubted: null,
      },
      reset: standing !== undefined && old === undefined,
      columns: written,
      dropBefore: 0,
    },
    events:
      old === undefined ? [] : tellChanges({ table, at, matching, returned, changes, gone, keys, arrivals }),
    vanished:
      spec.ended === null || old === undefined
        ? []
        : gone.map(({ values }) => {
            const id = String(values[spec.key]);
            return { table, id, lastSeenAt: old.at, goneAt: at, askedAt: null, values };
          }),
    returned: [...returned.values()],
    matching,
    changedRows: new Set(changes.map(({ slot }) => slot)).size,
    first: old === undefined,
  };
}

type Chunks = Map<number, PackedColumn>;

// The investment number follows from two others; a column that is new here says nothing of what was.
function isToldOf(old: TableHead | undefined, name: string): boolean {
  return old !== undefined && name in old.columns && name !== 'investmentNumber';
}

/** New rows, by slot, that had vanished and wait to be looked up. */
function findReturned(
  waiting: readonly VanishedRow[],
  { added, arrivalOf }: Matching,
  keys: GuidRows,
): ReadonlyMap<number, VanishedRow> {
  const byId = new Map(waiting.map((row) => [row.id, row]));
  const found = new Map<number, VanishedRow>();
  if (byId.size === 0) return found;
  for (const slot of added) {
    const row = byId.get(readGuid(keys, arrivalOf[slot] ?? -1) ?? '');
    if (row !== undefined) found.set(slot, row);
  }
  return found;
}

/** What a row that is back had before; what it was not known to have did not change. */
function readReturned(row: VanishedRow | undefined, name: string, otherwise: FieldValue): FieldValue {
  return row !== undefined && name in row.values ? (row.values[name] ?? null) : otherwise;
}

function createReader(
  name: string,
  [first = [], second = []]: (readonly PackedColumn[])[],
  slots: number,
): (slot: number) => FieldValue {
  if (!isGuidColumn(name)) return createColumnReader(first);
  const guids = joinGuidChunks(first, second, slots);
  return (slot) => readGuid(guids, slot);
}

function measureTogether(old: readonly (readonly PackedColumn[])[], updated: readonly Chunks[]): number {
  return updated.reduce((sum, chunks, part) => {
    const kept = (old[part] ?? []).filter((_, chunk) => !chunks.has(chunk));
    return sum + measureAll(kept) + measureAll(chunks.values());
  }, 0);
}
