import { mergeTags, type StoredTag } from '#lib/notes/tag.ts';

/** The tags to write so that they are those of `target`; those that are not there are removed. */
export function planTagRestore(
  standing: readonly StoredTag[],
  target: readonly StoredTag[],
  now: number,
): StoredTag[] {
  const wanted = new Map(target.map((tag) => [tag.name, tag]));
  const rest = standing.filter(({ name, removedAt }) => removedAt === null && !wanted.has(name));
  const known = new Map(standing.map((tag) => [tag.name, say(tag)]));
  const changed = target.filter((tag) => known.get(tag.name) !== say(tag));
  return [...changed.map((tag) => change(tag, tag.removedAt)), ...rest.map((tag) => change(tag, now))];

  function change({ name, colour, isPreset }: StoredTag, removedAt: number | null): StoredTag {
    return { name, colour, isPreset, changedAt: now, removedAt };
  }
}

/** The tags to write so that what another browser knows of them is here too. */
export function planTagMerge(standing: readonly StoredTag[], theirs: readonly StoredTag[]): StoredTag[] {
  const known = new Set(standing.map((tag) => JSON.stringify(tag)));
  return mergeTags(standing, theirs).filter((tag) => !known.has(JSON.stringify(tag)));
}

function say({ colour, isPreset, removedAt }: StoredTag): string {
  return JSON.stringify([colour, isPreset, removedAt === null]);
}
