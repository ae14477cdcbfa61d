import { cellMutations } from './mutate-cells.ts';
import { tableMutations, twinHeader } from './mutate-table.ts';
import type { Mutation } from './mutation.ts';
import { choose, type Roll } from './roll.ts';

const before: Readonly<Record<string, Mutation>> = { ...cellMutations, ...tableMutations };
const names = Object.keys(before);

/** The names of all mutations. */
export const mutationNames: readonly string[] = [...names, 'twinHeader'];

/** Lets one to six things happen to the tables of a page; returns their names. */
export function mutatePage(document: Document, roll: Roll): readonly string[] {
  const wanted = Array.from({ length: 1 + roll(6) }, () => choose(names, roll) ?? '');
  // A cell less and a cell more in one row, and all between them say something else.
  const chosen = wanted.includes('dropCell')
    ? wanted.filter((name) => !name.startsWith('addForeign'))
    : wanted;
  const table = choose(document.querySelectorAll('table'), roll);
  if (!table) return [];
  for (const name of chosen) before[name]?.(table, roll);
  if (roll(12) > 0 || chosen.includes('dropCell')) return chosen;
  twinHeader(table, roll);
  return [...chosen, 'twinHeader'];
}
