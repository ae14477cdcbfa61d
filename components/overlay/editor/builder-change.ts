import type { BuilderGroup, BuilderPart } from '#lib/views/builder-model.ts';

/** Where a part stands: its place in each group, from the outermost inwards. */
export type BuilderPath = readonly number[];

/** The group with the part at a path made anew; null takes it out. */
export function changePart(
  root: BuilderGroup,
  path: BuilderPath,
  make: (part: BuilderPart) => BuilderPart | null,
): BuilderGroup {
  const [at, ...rest] = path;
  if (at === undefined) return root;
  const parts = root.parts.flatMap((part, i): readonly BuilderPart[] => {
    if (i !== at) return [part];
    if (rest.length > 0) return 'group' in part ? [changePart(part, rest, make)] : [part];
    const made = make(part);
    return made === null ? [] : [made];
  });
  return { ...root, parts };
}

/** The group with the part at a path one place earlier (-1) or later (1) in its own group. */
export function movePart(root: BuilderGroup, path: BuilderPath, by: -1 | 1): BuilderGroup {
  const from = path.at(-1) ?? 0;
  const to = from + by;
  const move = (group: BuilderGroup): BuilderGroup => {
    const part = group.parts[from];
    if (part === undefined || to < 0 || to >= group.parts.length) return group;
    return { ...group, parts: group.parts.toSpliced(from, 1).toSpliced(to, 0, part) };
  };
  return changeGroup(root, path.slice(0, -1), move);
}

/** The group with the group at a path made anew; an empty path is the whole. */
export function changeGroup(
  root: BuilderGroup,
  path: BuilderPath,
  make: (group: BuilderGroup) => BuilderGroup,
): BuilderGroup {
  if (path.length === 0) return make(root);
  return changePart(root, path, (part) => ('group' in part ? make(part) : part));
}
