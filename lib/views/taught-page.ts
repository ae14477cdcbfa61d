import type { FieldId } from '#lib/loan/fields.ts';

/** The kinds of page whose tables can be shown to Bondlens by hand. */
export const taughtKinds = ['secondary-market', 'primary-market', 'investments', 'loan'] as const;
export type TaughtKind = (typeof taughtKinds)[number];

/** What a person said of one column of a page's table. */
export interface TaughtColumn {
  /** The header's text as the page had it; empty when there was none. */
  header: string;
  /** Which of the columns with this very header: 0 for the first. */
  nth: number;
  /** What its cells hold, the first of them first; empty: nothing is to be read there. One of `teachableFields`. */
  fields: readonly FieldId[];
}

/** What a person showed Bondlens of one page. It wins over what Bondlens finds itself. */
export interface TaughtPage {
  id: string;
  host: string;
  /** The address's path without language, in lower case; a part that is a GUID or a number stands as `*`. */
  path: string;
  kind: TaughtKind;
  /** The headers of the table that was pointed at, in the page's order: by them it is found again. */
  headers: readonly string[];
  columns: readonly TaughtColumn[];
  /** The decimal mark of its numbers; null: settled from the cells. */
  decimal: '.' | ',' | null;
  /** The order of its dates; null: settled from the cells. */
  dates: 'day-month-year' | 'month-day-year' | 'year-month-day' | null;
  /** Epoch ms. */
  taughtAt: number;
}

export const taughtLimits = { pages: 50, columns: 60, header: 200 } as const;
