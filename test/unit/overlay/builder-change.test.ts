import { describe, expect, it } from 'vitest';
import { changeGroup, changePart, movePart } from '#components/overlay/editor/builder-change.ts';
import type { BuilderGroup, BuilderRow } from '#lib/views/builder-model.ts';

const row = (field: BuilderRow['field']): BuilderRow => ({ field, test: { compare: 'known' } });
const [price, rating, country] = [row('price'), row('rating'), row('country')];
const root: BuilderGroup = { group: 'all', parts: [price, { group: 'any', parts: [rating, country] }] };

describe('changing what the builder shows', () => {
  it('replaces a part within a group, and leaves the others', () => {
    expect(changePart(root, [1, 0], () => price)).toEqual({
      group: 'all',
      parts: [price, { group: 'any', parts: [price, country] }],
    });
  });

  it('takes a part out', () => {
    expect(changePart(root, [0], () => null).parts).toEqual([root.parts[1]]);
    expect(changePart(root, [1, 1], () => null).parts[1]).toEqual({ group: 'any', parts: [rating] });
  });

  it('adds to the group that a path names, an empty path being the whole', () => {
    const add = (group: BuilderGroup): BuilderGroup => ({ ...group, parts: [...group.parts, country] });
    expect(changeGroup(root, [], add).parts).toHaveLength(3);
    expect(changeGroup(root, [1], add).parts[1]).toEqual({ group: 'any', parts: [rating, country, country] });
  });

  it('moves a part within its group, and not out of it', () => {
    expect(movePart(root, [1], -1).parts).toEqual([root.parts[1], price]);
    expect(movePart(root, [1, 0], 1).parts[1]).toEqual({ group: 'any', parts: [country, rating] });
    expect(movePart(root, [0], -1)).toEqual(root);
  });
});
