import type { Day } from '#lib/base/day.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { AddedColumnId } from '../column-ids.ts';
import type { Compare } from '../compare-values.ts';

/** A column that Bondlens can add to a table. */
export interface AddedColumn {
  id: AddedColumnId;
  /** The header. */
  title: string;
  /** What it shows, in one sentence. */
  hint: string;
  /** How its values are to be written. */
  kind: FieldKind;
  /** Unit of its numbers where the kind does not say. */
  unit?: string;
  /** Words for its numbers, where it has codes. */
  labels?: Readonly<Record<number, string>>;
  /** Decimals of its numbers, where the user chose; else the kind says. */
  decimals?: number;
  /** The fields it is made of. */
  needs: readonly FieldId[];
  /** The value for a record with its derived fields (`withDerivedFields`); null when unknown. */
  value: (record: LoanRecord) => FieldValue;
  /**
   * What the value rests on in this row, or why there is none, in one sentence: for columns that rest on assumptions,
   * where it stands one hover away from the number.
   */
  explain?: (record: LoanRecord, today: Day) => string;
  /** Whether its header tells something of the user's own: then it is not to stand as text in a page. */
  isPrivate?: true;
  /** Whether its values come of what the person wrote: then they are not to stand as text in a page either. */
  holdsPrivate?: true;
  /** The order of two values; unknown comes last in both directions. */
  compare: Compare;
}
