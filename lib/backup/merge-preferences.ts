import type { Preferences } from '#lib/views/preferences.ts';
import { viewLimits, type View } from '#lib/views/view.ts';

/** The parts of the preferences as a person knows them. */
const partNames: Readonly<Record<string, string>> = {
  overlay: 'overlay',
  columns: 'columns',
  filter: 'filters',
  views: 'views',
  current: 'current view',
  pageViews: 'current views of other pages',
  notes: 'notes on pages',
  taughtPages: 'taught pages',
  assumptions: 'assumptions of yields',
  mirror: 'size of the local market',
};

/**
 * What another browser's file adds to the preferences: views that are not here. All else stays as this browser has it.
 * Null when nothing is added, so that the same file adds nothing the second time.
 */
export function mergePreferences(mine: Preferences, theirs: Preferences): Preferences | null {
  const known = new Set(mine.views.map(say));
  const added: View[] = [];
  for (const view of theirs.views) {
    if (known.has(say(view)) || mine.views.length + added.length >= viewLimits.views) continue;
    added.push({ ...view, id: findFreeId(view.id, [...mine.views, ...added]) });
  }
  return added.length === 0 ? null : { ...mine, views: [...mine.views, ...(added as Preferences['views'])] };
}

/** Names of the parts that differ, for a person. */
export function comparePreferences(before: Preferences, after: Preferences): string[] {
  return (Object.keys(after) as (keyof Preferences)[])
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => partNames[part] ?? part);
}

function say({ id: _, ...view }: View): string {
  return JSON.stringify(view);
}

function findFreeId(id: string, taken: readonly View[]): string {
  let free = id;
  for (let number = 2; taken.some((view) => view.id === free); number++)
    free = `${id.slice(0, 36)}-${number}`;
  return free;
}
