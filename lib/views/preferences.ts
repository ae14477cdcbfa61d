import type { InferOutput } from 'valibot';
import { addedColumnIds } from './column-ids.ts';
import type { preferencesSchema } from './preferences-schema.ts';

/** What the user chose about the overlay. */
export type Preferences = InferOutput<typeof preferencesSchema>;

/** What a new user starts with. */
export const defaultPreferences: Preferences = {
  overlay: true,
  columns: { on: true, shown: [...addedColumnIds] },
  formulaColumn: { title: 'Payments / price', formula: 'future scheduled payments / price' },
  filter: { on: true, formula: '', effect: 'fade' },
  sort: null,
  notes: { on: true },
  mirror: { budgetMb: 150, keepDays: 180 },
};
