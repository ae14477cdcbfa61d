import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { Filter, View } from '#lib/views/view.ts';

/** Preferences with another view over the page. */
export function withView(preferences: Preferences, parts: Partial<View>): Preferences {
  return { ...preferences, ...changeCurrentView(preferences, () => parts) };
}

/** Preferences with one filter alone. */
export function withFilter(
  preferences: Preferences,
  { formula, effect }: { formula?: string; effect?: 'fade' | 'hide' },
): Preferences {
  const before = readCurrentView(preferences).filters[0];
  const filter: Filter = {
    id: 'filter-1',
    name: '',
    on: true,
    formula: formula ?? before?.formula ?? '',
    effect: effect === undefined ? (before?.effect ?? { do: 'fade' }) : { do: effect },
  };
  return withView(preferences, { filters: [filter] });
}

/** The formula of the first filter that is remembered. */
export function keptFormula(preferences: Preferences): string {
  return readCurrentView(preferences).filters[0]?.formula ?? '';
}
