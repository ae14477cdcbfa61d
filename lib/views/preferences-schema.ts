import * as v from 'valibot';
import { addedColumnIds } from './column-ids.ts';

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
});
