import type { FieldValue } from '#lib/loan/field.ts';
import type { ArrivalColumns } from './arrival-columns.ts';
import { readGuid, type GuidRows } from './guid-rows.ts';
import type { Matching } from './match-rows.ts';
import type { VanishedRow } from './mirror-disk.ts';
import type { NewEvent } from './mirror-event.ts';
import { tableSpecs, type PulledTable } from './table-specs.ts';
import { createColumnReader } from './update-column.ts';

/** A field of a row that is another than before. */
export interface FieldChange {
  slot: number;
  field: string;
  from: FieldValue;
  to: FieldValue;
}

/** A row that is gone, as it last was. */
export interface GoneRow {
  slot: number;
  values: Record<string, FieldValue>;
}

/** The events of a table that was pulled again: what arrived, then what changed, then what left. */
export function tellChanges(pull: {
  table: PulledTable;
  at: number;
  matching: Matching;
  returned: ReadonlyMap<number, VanishedRow>;
  changes: readonly FieldChange[];
  gone: readonly GoneRow[];
  keys: GuidRows;
  arrivals: ArrivalColumns;
}): NewEvent[] {
  const { table, at, matching, keys } = pull;
  const { key, events } = tableSpecs[table];
  if (events === null) return [];
  const readNumber = createColumnReader(pull.arrivals.chunks('auctionNumber'));
  const describe = (slot: number): Pick<NewEvent, 'at' | 'table' | 'rowId' | 'auctionNumber'> => {
    const arrival = matching.arrivalOf[slot] ?? -1;
    return { at, table, rowId: readGuid(keys, arrival) ?? '', auctionNumber: toNumber(readNumber(arrival)) };
  };
  const told: NewEvent[] = [];
  for (const slot of matching.added) {
    if (!pull.returned.has(slot)) told.push({ ...describe(slot), kind: events.arrived, ...noChange });
  }
  for (const { slot, field, from, to } of pull.changes) {
    told.push({ ...describe(slot), kind: 'changed', field, from, to });
  }
  if (events.left === null) return told;
  for (const { values } of pull.gone) {
    const rowId = String(values[key]);
    const auctionNumber = toNumber(values['auctionNumber']);
    told.push({ at, table, rowId, auctionNumber, kind: events.left, ...noChange });
  }
  return told;
}

const noChange = { field: null, from: null, to: null } as const;

const toNumber = (value: FieldValue | undefined): number | null => (typeof value === 'number' ? value : null);
