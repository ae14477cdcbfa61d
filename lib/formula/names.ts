import { fieldIds, getField, type FieldId } from '#lib/loan/fields.ts';
import { tokenise, type Token } from './tokens.ts';

/** What a name in a formula can stand for. */
export type Named = { field: FieldId } | { own: string } | { word: string };

/** The names that a formula may use, and the user's own formulas by name. */
export interface Names {
  /** By the pieces of the name in lower case, joined by blanks. */
  readonly entries: ReadonlyMap<string, Named>;
  /** The most pieces that one name has. */
  readonly longest: number;
  /** The user's own formulas: name to text. */
  readonly formulas: ReadonlyMap<string, string>;
}

/**
 * All names: fields by label, alias and id, statuses and other labels of codes that are several words long, and the user's own formulas.
 * A name that comes first wins: fields, then labels, then own formulas.
 */
export function createNames(formulas: ReadonlyMap<string, string> = new Map()): Names {
  const entries = new Map<string, Named>();
  let longest = 0;
  const add = (name: string, named: Named): void => {
    const pieces = tokenise(name).tokens.slice(0, -1);
    const key = joinKeys(pieces);
    if (pieces.length === 0 || entries.has(key)) return;
    entries.set(key, named);
    longest = Math.max(longest, pieces.length);
  };
  for (const id of fieldIds) {
    const { label, aliases = [] } = getField(id);
    for (const name of [label, id, ...aliases]) add(name, { field: id });
  }
  for (const id of fieldIds) {
    for (const label of Object.values(getField(id).labels ?? {})) add(label, { word: label });
  }
  for (const name of formulas.keys()) add(name, { own: name });
  return { entries, longest, formulas };
}

let catalogue: Names | undefined;

/** The names of the catalogue alone. */
export function catalogueNames(): Names {
  catalogue ??= createNames();
  return catalogue;
}

/** The longest name that begins at a token, and how many tokens it takes. */
export function findName(
  names: Names,
  tokens: readonly Token[],
  at: number,
): { named: Named; length: number } | undefined {
  for (let length = Math.min(names.longest, tokens.length - 1 - at); length > 0; length--) {
    const named = names.entries.get(joinKeys(tokens.slice(at, at + length)));
    if (named !== undefined) return { named, length };
  }
  return undefined;
}

function joinKeys(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join(' ');
}
