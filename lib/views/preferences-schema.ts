import * as v from 'valibot';
import { assumptionsSchema } from './assumptions-schema.ts';
import type { ViewedKind } from './page-views.ts';
import { taughtPageSchema } from './taught-page-schema.ts';
import { taughtLimits } from './taught-page.ts';
import { idSchema, viewSchema } from './view-schema.ts';
import { viewLimits } from './view.ts';

/** What may be chosen for the mirror: a market of 100,000 listings takes some 25 MB. */
export const mirrorLimits = {
  budgetMb: { min: 50, max: 2000 },
  keepDays: { min: 7, max: 3650 },
} as const;

const current = v.object({ id: idSchema, changed: v.nullable(viewSchema) });

/** What the user chose. Kept in the browser; small, and replaceable without harm. */
export const preferencesSchema = v.object({
  /** Whether anything is laid over the page at all. */
  overlay: v.boolean(),
  /** Whether the view's columns are shown. */
  columns: v.object({ on: v.boolean() }),
  /** Whether the view's filters act, and the bar above the table is shown. */
  filter: v.object({ on: v.boolean() }),
  /** The user's own views. */
  views: v.pipe(
    v.array(viewSchema),
    v.maxLength(viewLimits.views, `At most ${viewLimits.views} views.`),
    v.check((views) => new Set(views.map(({ id }) => id)).size === views.length, 'A view stands twice.'),
  ),
  /** The view over the page: the id of an own or shipped one, and all of it as changed since; null when it was not. */
  current,
  /** The same over pages of kinds that keep a view of their own. */
  pageViews: v.object({ 'primary-market': current, investments: current } satisfies Record<
    ViewedKind,
    typeof current
  >),
  notes: v.object({ on: v.boolean() }),
  /** What the person showed of pages that were not understood. */
  taughtPages: v.pipe(
    v.array(taughtPageSchema),
    v.maxLength(taughtLimits.pages, `At most ${taughtLimits.pages} pages can be taught.`),
  ),
  /** What yields under the user's own assumptions rest on. */
  assumptions: assumptionsSchema,
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
