import type { NoteKey } from '#lib/loan/ids.ts';

/** Which notes of a list are chosen, and from where a further choice extends. */
export interface Selection {
  readonly chosen: ReadonlySet<NoteKey>;
  readonly anchor: NoteKey | null;
}

export const nothingChosen: Selection = { chosen: new Set(), anchor: null };

/** One more, or one less. */
export function toggleChoice({ chosen }: Selection, key: NoteKey): Selection {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return { chosen: next, anchor: key };
}

/** All from where the last choice was made, up to this one. */
export function extendChoice(selection: Selection, to: NoteKey, keys: readonly NoteKey[]): Selection {
  const from = selection.anchor === null ? -1 : keys.indexOf(selection.anchor);
  const end = keys.indexOf(to);
  if (from < 0 || end < 0) return { chosen: new Set([...selection.chosen, to]), anchor: to };
  const between = keys.slice(Math.min(from, end), Math.max(from, end) + 1);
  return { chosen: new Set([...selection.chosen, ...between]), anchor: selection.anchor };
}

export function chooseAll(keys: readonly NoteKey[]): Selection {
  return { chosen: new Set(keys), anchor: keys[0] ?? null };
}

/** The choice without what is not in the list any more: what nobody sees must not be changed. */
export function keepListed(selection: Selection, keys: readonly NoteKey[]): Selection {
  if (selection.chosen.size === 0) return selection;
  const listed = new Set(keys);
  const kept = [...selection.chosen].filter((key) => listed.has(key));
  return kept.length === selection.chosen.size ? selection : { ...selection, chosen: new Set(kept) };
}
