import type { Preferences } from './preferences.ts';

/** The kinds of page that keep a current view of their own; all others show that of the secondary market. */
export const viewedKinds = ['primary-market', 'investments'] as const;
export type ViewedKind = (typeof viewedKinds)[number];

/** Preferences as they hold on a page of a kind: its own view is the current one. */
export function readPageView(preferences: Preferences, kind: string): Preferences {
  return isViewed(kind) ? { ...preferences, current: preferences.pageViews[kind] } : preferences;
}

/**
 * What was chosen on a page of a kind, as it is kept.
 * @param preferences all that is kept so far
 * @param made parts of what `readPageView` gave for that kind, changed
 */
export function choosePageView(
  { pageViews }: Pick<Preferences, 'pageViews'>,
  made: Partial<Preferences>,
  kind: string,
): Partial<Preferences> {
  if (!isViewed(kind) || made.current === undefined) return made;
  const { current, ...parts } = made;
  return { ...parts, pageViews: { ...pageViews, [kind]: current } };
}

function isViewed(kind: string): kind is ViewedKind {
  return (viewedKinds as readonly string[]).includes(kind);
}
