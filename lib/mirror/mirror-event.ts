import type { FieldValue } from '#lib/loan/field.ts';
import type { RowValues } from './append-rows.ts';
import type { TableName } from './table.ts';

/**
 * What can happen. To listings: `listed`, `changed`, `sold`, `cancelled`, `ended` (how is not known). To auctions: `opened`,
 * `changed`, `funded`, `cancelled`, `ended`. To investments: `bought`, `changed`, `left`.
 */
export const eventKinds = [
  'listed',
  'changed',
  'sold',
  'cancelled',
  'ended',
  'opened',
  'funded',
  'bought',
  'left',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened to a row of the mirror, told once. */
export interface MirrorEvent {
  /** Grows from event to event, never given twice. */
  id: number;
  /** Epoch ms of the pull or the look-up that found it out. */
  at: number;
  kind: EventKind;
  table: TableName;
  /** The id of the row: of the listing, the auction or the loan part. */
  rowId: string;
  auctionNumber: number | null;
  /** Of `changed`: which field, what it was and what it is. */
  field: string | null;
  from: FieldValue;
  to: FieldValue;
}

/** An event before it has its id. */
export type NewEvent = Omit<MirrorEvent, 'id'>;

/** The columns of the table of events, beside the rest: the row's place is the event's id. */
export function toEventRow(event: NewEvent): RowValues {
  return { ...event };
}
