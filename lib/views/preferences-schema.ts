import * as v from 'valibot';
import { addedColumnIds } from './column-ids.ts';

/** What may be chosen for the mirror: a market of 100,000 listings takes some 25 MB. */
export const mirrorLimits = {
  budgetMb: { min: 50, max: 2000 },
  keepDays: { min: 7, max: 3650 },
} as const;

const columnId = v.picklist(addedColumnIds);

/** What the user chose about the overlay. Kept in the browser; small, and replaceable without harm. */
export const preferencesSchema = v.object({
  /** Whether anything is laid over the page at all. */
  overlay: v.boolean(),
  /** Whether added columns are shown, and which, in their order. */
  columns: v.object({ on: v.boolean(), shown: v.array(columnId) }),
  /** The user's own column. */
  formulaColumn: v.object({
    title: v.pipe(v.string(), v.maxLength(40)),
    formula: v.pipe(v.string(), v.maxLength(2000)),
  }),
  /** The filter over the table. An empty formula matches everything. */
  filter: v.object({
    on: v.boolean(),
    formula: v.pipe(v.string(), v.maxLength(2000)),
    effect: v.picklist(['fade', 'hide']),
  }),
  /** Sorting of the visible page by an added column; null leaves the page's own order. */
  sort: v.nullable(v.object({ column: columnId, descending: v.boolean() })),
  notes: v.object({ on: v.boolean() }),
  /** How much of the market is kept: at most so many megabytes, and nothing older than so many days. */
  mirror: v.object({
    budgetMb: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(mirrorLimits.budgetMb.min),
      v.maxValue(mirrorLimits.budgetMb.max),
    ),
    keepDays: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(mirrorLimits.keepDays.min),
      v.maxValue(mirrorLimits.keepDays.max),
    ),
  }),
});
