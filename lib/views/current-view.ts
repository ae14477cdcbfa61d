import type { Preferences } from './preferences.ts';
import { shippedViews, startView } from './shipped-views.ts';
import { viewLimits, type View } from './view.ts';

type Kept = Pick<Preferences, 'views' | 'current'>;

/** A saved view: one of the user's own, else one that Bondlens brings along. */
export function findView({ views }: Pick<Preferences, 'views'>, id: string): View | undefined {
  return views.find((view) => view.id === id) ?? shippedViews.find((view) => view.id === id);
}

/** The view that is laid over the page: the chosen one with the changes that were not saved. Never fails. */
export function readCurrentView(kept: Kept): View {
  return kept.current.changed ?? findView(kept, kept.current.id) ?? startView;
}

/** Whether the current view has changes that were not saved. */
export function isViewChanged(kept: Kept): boolean {
  const { changed, id } = kept.current;
  if (changed === null) return false;
  const saved = findView(kept, id);
  return saved === undefined || !isSameView(saved, changed);
}

/** Changes the current view without saving it. Back at what is saved, nothing is left to be saved. */
export function changeCurrentView(
  kept: Kept,
  make: (view: View) => Partial<Omit<View, 'id'>>,
): Pick<Preferences, 'current'> {
  const { id } = kept.current;
  const view = readCurrentView(kept);
  const changed = { ...pickView(view), ...make(view) };
  const saved = findView(kept, id);
  return { current: { id, changed: saved && isSameView(saved, changed) ? null : changed } };
}

/** Lays a saved view over the page; unsaved changes are let go. */
export function chooseView(id: string): Pick<Preferences, 'current'> {
  return { current: { id, changed: null } };
}

/** Saves the current view under its own name; undefined where that is one that Bondlens brings along, or is gone. */
export function saveCurrentView(kept: Kept): Kept | undefined {
  const { id } = kept.current;
  if (!kept.views.some((view) => view.id === id)) return undefined;
  const view = { ...readCurrentView(kept), id };
  return { views: kept.views.map((one) => (one.id === id ? view : one)), current: { id, changed: null } };
}

/**
 * Saves a view as a further one of the user's own, and lays it over the page.
 * Undefined when there are as many as there may be.
 * @param name trimmed and cut to the length that names may have; empty is the view's own name
 */
export function saveViewAs(kept: Kept, view: View, name: string): Kept | undefined {
  if (kept.views.length >= viewLimits.views) return undefined;
  const id = findFreeId('own', new Set(kept.views.map((one) => one.id)));
  const added = { ...pickView(view), id, name: name.trim().slice(0, viewLimits.name) || view.name };
  return { views: [...kept.views, added], current: { id, changed: null } };
}

/** Calls one of the user's own views something else. */
export function renameView({ views }: Kept, id: string, name: string): Pick<Preferences, 'views'> {
  const next = name.trim().slice(0, viewLimits.name);
  return { views: views.map((view) => (view.id === id && next !== '' ? { ...view, name: next } : view)) };
}

/** Removes one of the user's own views. Was it the current one, the first view takes its place. */
export function removeView({ views, current }: Kept, id: string): Kept {
  return {
    views: views.filter((view) => view.id !== id),
    current: current.id === id ? { id: startView.id, changed: null } : current,
  };
}

/** The first of `stem-1`, `stem-2`, … that is not taken: for a new view (`own`), filter (`filter`) or column (`formula`). */
export function findFreeId<Stem extends string>(stem: Stem, taken: ReadonlySet<string>): `${Stem}-${string}` {
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** What is kept of a view: a shipped one has a sentence about itself, too. */
export function pickView({ id, name, columns, sort, filters, formulaColumns }: View): View {
  return { id, name, columns, sort, filters, formulaColumns };
}

function isSameView(a: View, b: View): boolean {
  return spell(a) === spell(b);
}

/** A view as a text that is the same in whatever order its parts were put together. */
function spell(view: View): string {
  return JSON.stringify(pickView(view), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
