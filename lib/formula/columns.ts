import type { Day } from '#lib/base/day.ts';
import type { FieldId } from '#lib/loan/fields.ts';

/**
 * A field over all rows as numbers: money, rates, counts, days, codes; instants as the days on which they are in Tallinn
 * (`daysInTallinn`); truths as 1 and 0. NaN is unknown.
 */
export interface NumberColumn {
  numbers: Float64Array;
}

/**
 * A field over all rows as words: ratings, countries, texts, ids, lists of tags. Each row holds a place in `words`;
 * the word `null` stands for unknown. A word may stand in the list more than once.
 */
export interface WordColumn {
  codes: Uint8Array | Uint16Array | Uint32Array;
  words: readonly Word[];
}

export type Word = string | readonly string[] | null;

export type Column = NumberColumn | WordColumn;

/** Where formulas read: rows of a market, by columns. */
export interface ColumnSource {
  readonly rows: number;
  /** What the word `today` means. */
  readonly today: Day;
  /** The column of a field, words or numbers as its kind asks for; all unknown when the source does not have it. */
  column(id: FieldId): Column;
}

/** Whether a field's values are words rather than numbers. */
export function isWordColumn(column: Column): column is WordColumn {
  return 'codes' in column;
}
