import * as v from 'valibot';
import { formulaLimits } from '#lib/formula/limits.ts';
import { builtInColumnIds, firstColumnIds } from './column-ids.ts';
import { pickView } from './current-view.ts';
import { firstFormulaColumn, startView } from './shipped-views.ts';
import { viewSchema } from './view-schema.ts';
import type { View } from './view.ts';

/** The version in which preferences are kept now. */
export const preferencesVersion = 2;

type Parts = Readonly<Record<string, unknown>>;

/**
 * Preferences of any version as parts of this one, each still to be checked. Version 1 (which bore no number) had one
 * formula column, one filter and one sort key: they become the user's first view. Views of this version that cannot be
 * read are left out one by one, so that they do not take the others with them.
 */
export function upgradePreferences(kept: unknown): Parts {
  if (typeof kept !== 'object' || kept === null) return {};
  const parts = kept as Parts;
  return typeof parts['version'] === 'number' ? mendViews(parts) : { ...parts, ...makeFirstView(parts) };
}

function mendViews(parts: Parts): Parts {
  const { views, current } = parts;
  const isView = (view: unknown): boolean => v.is(viewSchema, view);
  const { changed = null, ...chosen } = (current ?? {}) as { changed?: unknown };
  return {
    ...parts,
    views: Array.isArray(views) ? views.filter(isView) : views,
    current: { ...chosen, changed: isView(changed) ? changed : null },
  };
}

const columnOfOne = v.picklist([...builtInColumnIds, 'formula']);

/** Version 1, part by part; what cannot be read is as it was at first. */
const one = {
  shown: v.fallback(
    v.object({
      shown: v.pipe(
        v.array(columnOfOne),
        v.transform((ids) => [...new Set(ids)]),
      ),
    }),
    { shown: [...firstColumnIds, 'formula'] },
  ),
  formulaColumn: v.fallback(
    v.object({
      title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
      formula: v.pipe(v.string(), v.maxLength(formulaLimits.length)),
    }),
    { title: firstFormulaColumn.title, formula: firstFormulaColumn.formula },
  ),
  filter: v.fallback(
    v.object({
      formula: v.pipe(v.string(), v.maxLength(formulaLimits.length)),
      effect: v.picklist(['fade', 'hide']),
    }),
    { formula: '', effect: 'fade' },
  ),
  sort: v.fallback(v.nullable(v.object({ column: columnOfOne, descending: v.boolean() })), null),
};

function makeFirstView(parts: Parts): Parts {
  const { shown } = v.parse(one.shown, parts['columns']);
  const { formula, effect } = v.parse(one.filter, parts['filter']);
  const sort = v.parse(one.sort, parts['sort']);
  const view: View = {
    ...pickView(startView),
    columns: shown.map((id) => ({ id, width: null })),
    sort: sort === null ? [] : [sort],
    filters:
      formula.trim() === '' && effect === 'fade'
        ? []
        : [{ id: 'filter-1', name: '', formula, effect: { do: effect }, on: true }],
    formulaColumns: [{ ...firstFormulaColumn, ...v.parse(one.formulaColumn, parts['formulaColumn']) }],
  };
  // Nothing was ever chosen: there is no view to be kept.
  if (JSON.stringify(view) === JSON.stringify(pickView(startView))) return {};
  const first: View = { ...view, id: 'own-1', name: 'My view' };
  return { views: [first], current: { id: first.id, changed: null } };
}
