import type { FieldId } from '#lib/loan/fields.ts';
import type { TaughtKind } from '#lib/views/taught-page.ts';

/** One column of a table that a person pointed at. */
export interface PointedColumn {
  /** The page's own header cell. */
  head: HTMLTableCellElement;
  /** Its text, as `TaughtColumn.header` keeps it; empty when there is none. */
  header: string;
  /** Which of the columns with this very header: 0 for the first. */
  nth: number;
  /** Texts of its first cells that hold anything, at most five. */
  samples: readonly string[];
  /** What we believe that it holds, also where that is too unsure to be read; only fields of `teachableFields`. */
  fields: readonly FieldId[];
  /** How sure that is, from 0 to 1. */
  confidence: number;
}

/** A table that a person pointed at, whether or not anything of it is understood. */
export interface PointedTable {
  element: HTMLTableElement;
  head: HTMLTableRowElement;
  columns: readonly PointedColumn[];
}

/** Describes the table that an element stands in, as a page of this kind would show it. */
export declare function describeTable(
  pointed: Element,
  kind: TaughtKind,
): { found: PointedTable } | { notUnderstood: string };
