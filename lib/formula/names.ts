import { fieldIds, getField } from '#lib/loan/fields.ts';
import type { NamedNode } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

/** The names that a formula may use, and the user's own formulas by name. */
export interface Names {
  /** By the pieces of the name in lower case, joined by blanks. */
  readonly entries: ReadonlyMap<string, NamedNode>;
  /** The user's own formulas: name to text. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** The most pieces that a name may have: words, numbers, signs. */
const longestName = 8;

/**
 * All names: fields by label, id and alias, labels of codes (which may be several words long), and the user's own formulas.
 * Of two equal names the first wins, in this order.
 */
export function createNames(formulas: ReadonlyMap<string, string> = new Map()): Names {
  const entries = new Map<string, NamedNode>();
  const add = (name: string, named: NamedNode): void => {
    const pieces = tokenise(name).tokens.slice(0, -1);
    const key = joinKeys(pieces);
    if (pieces.length <= longestName && !entries.has(key)) entries.set(key, named);
  };
  for (const id of fieldIds) {
    const { label, aliases = [] } = getField(id);
    for (const name of [label, id, ...aliases]) add(name, { node: 'field', id });
  }
  for (const id of fieldIds) {
    for (const text of Object.values(getField(id).labels ?? {})) add(text, { node: 'word', text });
  }
  for (const name of formulas.keys()) add(name, { node: 'own', name });
  return { entries, formulas };
}

let catalogue: Names | undefined;

/** The names of the catalogue alone. */
export function catalogueNames(): Names {
  catalogue ??= createNames();
  return catalogue;
}

/** The longest name that begins at a token, and how many tokens it takes: none if there is no such name. */
export function findName(
  { entries }: Names,
  tokens: readonly Token[],
  at: number,
): { named: NamedNode | undefined; length: number } {
  let length = Math.min(longestName, tokens.length - 1 - at);
  let named: NamedNode | undefined;
  for (; length > 0; length--) {
    named = entries.get(joinKeys(tokens.slice(at, at + length)));
    if (named !== undefined) break;
  }
  return { named, length };
}

function joinKeys(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}
