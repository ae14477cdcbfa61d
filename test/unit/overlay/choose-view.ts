import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { changeSingleFilter, readSingleFilter, type SingleFilter } from '#lib/views/single-filter.ts';
import type { View } from '#lib/views/view.ts';

/** Preferences with another view over the page. */
export function withView(preferences: Preferences, parts: Partial<View>): Preferences {
  return { ...preferences, ...changeCurrentView(preferences, () => parts) };
}

/** Preferences with another filter. */
export function withFilter(preferences: Preferences, filter: Partial<SingleFilter>): Preferences {
  return withView(preferences, changeSingleFilter(readCurrentView(preferences), filter));
}

/** The formula of the filter that is remembered. */
export function keptFormula(preferences: Preferences): string {
  return readSingleFilter(readCurrentView(preferences)).formula;
}
