import { functionNames } from '#lib/formula/functions.ts';
import { catalogueNames, createNames, type Names } from '#lib/formula/names.ts';
import type { View } from './view.ts';

/** Words that a formula is made of. A title with one of them would change the meaning of other formulas. */
const taken: ReadonlySet<string> = new Set([
  ...'and or not in is between contains starts ends with better worse than known unknown yes no true false'.split(
    ' ',
  ),
  ...'day days week weeks month months year years payment payments euro euros eur'.split(' '),
  ...functionNames.map((name) => name.toLowerCase()),
]);

/**
 * The names that the formulas of a view may use: those of the catalogue, and the titles of the view's own columns, where a
 * title is made of plain words that mean nothing else.
 */
export function createViewNames({ formulaColumns }: Pick<View, 'formulaColumns'>): Names {
  const own = formulaColumns.filter(({ title }) => isName(title));
  if (own.length === 0) return catalogueNames();
  return createNames(new Map(own.map(({ title, formula }) => [title, formula])));
}

/** Two letters may be a rating or a country. */
function isName(title: string): boolean {
  if (title.length < 3) return false;
  if (!/^\p{L}[\p{L}\p{N}_]*(?: [\p{L}_][\p{L}\p{N}_]*)*$/u.test(title)) return false;
  return !title
    .toLowerCase()
    .split(' ')
    .some((word) => taken.has(word));
}
