import type { InferOutput } from 'valibot';
import { defaultAssumptions } from '#lib/finance/assumptions.ts';
import type { preferencesSchema } from './preferences-schema.ts';
import { auctionsView, investmentsView, startView } from './shipped-views.ts';

/** What the user chose. */
export type Preferences = InferOutput<typeof preferencesSchema>;

/** What a new user starts with. */
export const defaultPreferences: Preferences = {
  overlay: true,
  columns: { on: true },
  filter: { on: true },
  views: [],
  current: { id: startView.id, changed: null },
  pageViews: {
    'primary-market': { id: auctionsView.id, changed: null },
    investments: { id: investmentsView.id, changed: null },
  },
  notes: { on: true },
  taughtPages: [],
  assumptions: defaultAssumptions,
  mirror: { budgetMb: 150, keepDays: 180 },
};
