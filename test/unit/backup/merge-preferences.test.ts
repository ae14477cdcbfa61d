import { describe, expect, it } from 'vitest';
import { comparePreferences, mergePreferences } from '#lib/backup/merge-preferences.ts';
import { readPreferences } from '#lib/store/preferences-store.ts';
import { preferencesSchema } from '#lib/views/preferences-schema.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';
import { startView } from '#lib/views/shipped-views.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

const page: TaughtPage = {
  id: 'taught-1',
  host: 'www.bondora.com',
  path: '/secondmarket',
  kind: 'secondary-market',
  headers: ['Loan', 'Price'],
  columns: [{ header: 'Loan', nth: 0, fields: ['auctionNumber'] }],
  decimal: null,
  dates: null,
  taughtAt: 5,
};
const withPages = (...taughtPages: TaughtPage[]): Preferences => ({ ...defaultPreferences, taughtPages });

describe('merging preferences', () => {
  it('adds pages that were taught elsewhere, each under an id that is free here', () => {
    const other = { ...page, path: '/investments', taughtAt: 1 };
    const merged = mergePreferences(withPages(page), withPages(other));
    expect(merged?.taughtPages).toEqual([page, { ...other, id: 'taught-1-2' }]);
    expect(mergePreferences(merged as Preferences, withPages(other))).toBeNull();
  });

  it('takes of one table what was taught last, and nothing that is older', () => {
    const newer = { ...page, id: 'other', decimal: ',', taughtAt: 6 } as const;
    expect(mergePreferences(withPages(page), withPages(newer))?.taughtPages).toEqual([
      { ...newer, id: 'taught-1' },
    ]);
    expect(mergePreferences(withPages(newer), withPages(page))).toBeNull();
  });

  it('comes to the same pages in both browsers where both were taught at one moment', () => {
    const here = { ...page, decimal: ',' } as const;
    const there = { ...page, decimal: '.' } as const;
    const taught = (mine: TaughtPage, theirs: TaughtPage): readonly TaughtPage[] =>
      (mergePreferences(withPages(mine), withPages(theirs)) ?? withPages(mine)).taughtPages;
    expect(taught(here, there)).toEqual(taught(there, here));
  });

  it('keeps pages with other headers apart, and never more than there may be', () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ ...page, id: `p-${i}`, path: `/p${i}` }));
    expect(mergePreferences(withPages(...many), withPages(page))).toBeNull();
    const other = { ...page, headers: ['Loan'] };
    expect(mergePreferences(withPages(page), withPages(other))?.taughtPages).toHaveLength(2);
  });

  it('adds a view once, however often it stands in the file', () => {
    const view = { ...startView, id: 'own-1', name: 'Mine' };
    const theirs = { ...defaultPreferences, views: [view, { ...view, id: 'own-2' }] };
    expect(mergePreferences(defaultPreferences, theirs)?.views).toHaveLength(1);
  });

  it('has a name for people of every part that there is', () => {
    for (const part of Object.keys(preferencesSchema.entries) as (keyof Preferences)[]) {
      const [name] = comparePreferences(defaultPreferences, {
        ...defaultPreferences,
        [part]: 'other',
      } as never);
      expect(name, part).not.toMatch(/[A-Z]/);
    }
  });
});

describe('restoring preferences', () => {
  it('leaves parts alone that a file of an older Bondlens does not have', () => {
    const standing = withPages(page);
    const { taughtPages: _, ...older } = { version: 2, ...defaultPreferences, overlay: false };
    expect(readPreferences(older, standing)).toEqual({ ...standing, overlay: false });
  });
});
