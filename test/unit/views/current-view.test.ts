import { describe, expect, it } from 'vitest';
import {
  changeCurrentView,
  chooseView,
  findFreeId,
  findView,
  isViewChanged,
  readCurrentView,
  removeView,
  renameView,
  saveCurrentView,
  saveViewAs,
} from '#lib/views/current-view.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { startView } from '#lib/views/shipped-views.ts';
import type { SortKey, View } from '#lib/views/view.ts';

const byDiscount: readonly SortKey[] = [{ column: 'discount', descending: false }];
const fresh: Preferences = defaultPreferences;
const own = (name: string, kept: Preferences = fresh): Preferences => ({
  ...kept,
  ...saveViewAs(kept, startView, name),
});
const changed = (kept: Preferences, parts: Partial<View>): Preferences => ({
  ...kept,
  ...changeCurrentView(kept, () => parts),
});

describe('the current view', () => {
  it('is the one to start with at first, as it was shipped', () => {
    expect(readCurrentView(fresh)).toBe(startView);
    expect(isViewChanged(fresh)).toBe(false);
  });

  it('can be another one that Bondlens brings along', () => {
    expect(readCurrentView({ ...fresh, ...chooseView('bargains') }).name).toBe('Bargains');
  });

  it('keeps changes until they are saved or let go', () => {
    const kept = changed(fresh, { sort: byDiscount });
    expect(readCurrentView(kept).sort).toEqual(byDiscount);
    expect(isViewChanged(kept)).toBe(true);
    expect(kept.views).toEqual([]);
    expect(readCurrentView({ ...kept, ...chooseView(startView.id) })).toBe(startView);
  });

  it('is unchanged again when it is changed back, in whatever order its parts are put together', () => {
    const there = changed(fresh, { sort: byDiscount });
    expect(changed(there, { sort: [] })).toEqual(fresh);
    const saved = own('Mine', there);
    const again = changed(changed(saved, { sort: byDiscount }), {
      sort: [],
      formulaColumns: startView.formulaColumns.map(({ format, formula, title, id }) => ({
        format,
        formula,
        title,
        id,
      })),
    });
    expect(isViewChanged(again)).toBe(false);
  });

  it('is the first view when the chosen one is gone, unless changes of it are left', () => {
    const gone = { ...fresh, current: { id: 'own-7', changed: null } };
    expect(readCurrentView(gone)).toBe(startView);
    const left = changed(gone, { name: 'Left' });
    expect(readCurrentView(left).name).toBe('Left');
    expect(isViewChanged(left)).toBe(true);
  });
});

describe('saving a view', () => {
  it('makes a further one of one’s own, and lays it over the page', () => {
    const kept = own('  Second ', own('First'));
    expect(kept.views.map(({ id, name }) => [id, name])).toEqual([
      ['own-1', 'First'],
      ['own-2', 'Second'],
    ]);
    expect(kept.current).toEqual({ id: 'own-2', changed: null });
    expect(kept.views[0]).not.toHaveProperty('about');
  });

  it('takes the changes into the view that is there', () => {
    const kept = changed(own('First'), { sort: byDiscount });
    const saved = { ...kept, ...saveCurrentView(kept) };
    expect(saved.views).toEqual([{ ...(kept.current.changed as View) }]);
    expect(isViewChanged(saved)).toBe(false);
  });

  it('does not touch what Bondlens brings along', () => {
    expect(saveCurrentView(changed(fresh, { sort: byDiscount }))).toBeUndefined();
  });

  it('ends where there are as many as there may be', () => {
    const views = Array.from({ length: 50 }, (_, at) => ({ ...startView, id: `own-${at}` }));
    expect(saveViewAs({ ...fresh, views }, startView, 'One more')).toBeUndefined();
  });

  it('cuts a name that is too long, and keeps the view’s own for none', () => {
    expect(own('x'.repeat(50)).views[0]?.name).toBe('x'.repeat(40));
    expect(own(' ').views[0]?.name).toBe(startView.name);
  });
});

describe('views of one’s own', () => {
  it('can be called something else, but not nothing', () => {
    const kept = own('First');
    expect(renameView(kept, 'own-1', ' Other ').views[0]?.name).toBe('Other');
    expect(renameView(kept, 'own-1', ' ').views[0]?.name).toBe('First');
  });

  it('can be removed; was it the current one, the first view is next', () => {
    const kept = own('Second', own('First'));
    expect(removeView(kept, 'own-1')).toEqual({ views: [kept.views[1]], current: kept.current });
    expect(removeView(kept, 'own-2').current).toEqual({ id: startView.id, changed: null });
    expect(findView(removeView(kept, 'own-2'), 'own-2')).toBeUndefined();
  });

  it('get the first id that is free', () => {
    expect(findFreeId('formula', new Set(['formula', 'formula-1', 'formula-3']))).toBe('formula-2');
  });
});
