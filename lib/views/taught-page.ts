import * as v from 'valibot';
import { fieldIds, type FieldId } from '#lib/loan/fields.ts';

/** The kinds of page whose tables can be shown to Bondlens by hand. */
export const taughtKinds = ['secondary-market', 'primary-market', 'investments', 'loan'] as const;
export type TaughtKind = (typeof taughtKinds)[number];

/** What a person said of one column of a page's table. */
export interface TaughtColumn {
  /** The header's text as the page had it; empty when there was none. */
  header: string;
  /** Which of the columns with this very header: 0 for the first. */
  nth: number;
  /** What its cells hold, the first of them first; empty: nothing is to be read there. */
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

const header = v.pipe(v.string(), v.maxLength(taughtLimits.header));

/** A taught page as it is kept and shared. */
export const taughtPageSchema: v.GenericSchema<TaughtPage> = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'This is no id.')),
  host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,100}$/, 'This is no host.')),
  path: v.pipe(v.string(), v.startsWith('/'), v.maxLength(300)),
  kind: v.picklist(taughtKinds),
  headers: v.pipe(v.array(header), v.minLength(1), v.maxLength(taughtLimits.columns)),
  columns: v.pipe(
    v.array(
      v.object({
        header,
        nth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(taughtLimits.columns)),
        fields: v.pipe(v.array(v.picklist(fieldIds)), v.maxLength(4)),
      }),
    ),
    v.maxLength(taughtLimits.columns),
  ),
  decimal: v.nullable(v.picklist(['.', ','])),
  dates: v.nullable(v.picklist(['day-month-year', 'month-day-year', 'year-month-day'])),
  taughtAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
