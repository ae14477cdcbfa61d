import type { Preferences } from '#lib/views/preferences.ts';
import { taughtLimits, type TaughtPage } from '#lib/views/taught-page.ts';
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
 * What another browser's file adds to the preferences: views that are not here, and pages that were taught there, or taught
 * anew since. All else stays as this browser has it. Null when nothing is added, so that the same file adds nothing the
 * second time.
 */
export function mergePreferences(mine: Preferences, theirs: Preferences): Preferences | null {
  const views = addViews(mine.views, theirs.views);
  const taughtPages = addTaughtPages(mine.taughtPages, theirs.taughtPages);
  const isNothing = views.length === mine.views.length && taughtPages === mine.taughtPages;
  return isNothing ? null : { ...mine, views, taughtPages };
}

function addViews(mine: Preferences['views'], theirs: Preferences['views']): Preferences['views'] {
  const known = new Set(mine.map(say));
  const views = [...mine];
  for (const view of theirs) {
    if (known.has(say(view)) || views.length >= viewLimits.views) continue;
    known.add(say(view));
    views.push({ ...view, id: findFreeId(view.id, views) });
  }
  return views;
}

/** Of what was taught twice of the same table the later holds; where both are of one moment, the same in every browser. */
function addTaughtPages(
  mine: Preferences['taughtPages'],
  theirs: Preferences['taughtPages'],
): Preferences['taughtPages'] {
  const pages = [...mine];
  let isSame = true;
  for (const page of theirs) {
    const table = sayTable(page);
    const at = pages.findIndex((other) => sayTable(other) === table);
    const standing = pages[at];
    if (standing === undefined) {
      if (pages.length >= taughtLimits.pages) continue;
      pages.push({ ...page, id: findFreeId(page.id, pages) });
    } else {
      if (!isLater(page, standing)) continue;
      pages[at] = { ...page, id: standing.id };
    }
    isSame = false;
  }
  return isSame ? mine : pages;
}

function isLater(page: TaughtPage, standing: TaughtPage): boolean {
  if (page.taughtAt !== standing.taughtAt) return page.taughtAt > standing.taughtAt;
  return say(page) > say(standing);
}

/** What makes a table this one: where it stands, and its headers. */
function sayTable({ host, path, headers }: TaughtPage): string {
  return JSON.stringify([host, path, headers]);
}

/** Names of the parts that differ, for a person. */
export function comparePreferences(before: Preferences, after: Preferences): string[] {
  return (Object.keys(after) as (keyof Preferences)[])
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => partNames[part] ?? part);
}

function say({ id: _, ...rest }: View | TaughtPage): string {
  return JSON.stringify(rest);
}

function findFreeId(id: string, taken: readonly { id: string }[]): string {
  let free = id;
  for (let number = 2; taken.some((other) => other.id === free); number++)
    free = `${id.slice(0, 36)}-${number}`;
  return free;
}
