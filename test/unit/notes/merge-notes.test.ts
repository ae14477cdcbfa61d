import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes, type NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { emptyRemoved, undoMs } from '#lib/notes/revise.ts';
import { isSameFields } from '#lib/notes/note-fields.ts';
import { editArbitrary, editNote } from './note-arbitraries.ts';

/** Two browsers that had the same note once, and edited it since, each for itself. */
const sides = fc
  .tuple(
    fc.array(editArbitrary, { minLength: 1, maxLength: 3 }),
    fc.array(editArbitrary, { maxLength: 3 }),
    fc.array(editArbitrary, { maxLength: 3 }),
  )
  .map(([before, here, there]) => {
    const base = editNote(undefined, before, 'here');
    return [editNote(base, here, 'here'), editNote(base, there, 'there')] as const;
  })
  .filter((pair): pair is readonly [NoteWithHistory, NoteWithHistory] => !pair.includes(undefined));

const start = editNote(
  undefined,
  [{ text: 'seen', colour: 'none', tags: [], mark: 'none', rating: null }],
  'here',
);
if (start === undefined) throw new Error('There is no note.');

function told({ note }: NoteWithHistory): object {
  const { text, colour, tags, mark, rating, removedAt, clock, createdAt, changedAt } = note;
  return { text, colour, tags: tags.toSorted(), mark, rating, removedAt, clock, createdAt, changedAt };
}

describe('merging a note of two browsers', () => {
  it('comes to the same note in both', () => {
    fc.assert(
      fc.property(sides, ([here, there]) => {
        expect(told(mergeNotes(here, there).merged)).toEqual(told(mergeNotes(there, here).merged));
      }),
    );
  });

  it('changes nothing the second time, nor when the merged note comes back', () => {
    fc.assert(
      fc.property(sides, ([here, there]) => {
        const { merged } = mergeNotes(here, there);
        expect(mergeNotes(merged, there)).toEqual({ outcome: 'nothing', merged });
        expect(mergeNotes(merged, mergeNotes(there, here).merged)).toEqual({ outcome: 'nothing', merged });
      }),
    );
  });

  it('loses no version that a person wrote', () => {
    fc.assert(
      fc.property(sides, ([here, there]) => {
        const { note, versions } = mergeNotes(here, there).merged;
        for (const written of [here.note, there.note, ...here.versions, ...there.versions])
          expect([note, ...versions].some((kept) => isSameFields(kept, written))).toBe(true);
        const numbers = [...versions, note].map(({ revision }) => revision);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(note.revision).toBe(Math.max(...numbers));
      }),
    );
  });

  it('takes the version that was made knowing the other', () => {
    const there = editNote(start, [{ ...start.note, text: 'more' }], 'there');
    expect(there && mergeNotes(start, there)).toMatchObject({
      outcome: 'newer',
      merged: { note: { text: 'more', revision: 2 }, versions: [{ text: 'seen', revision: 1 }] },
    });
  });

  it('joins what was written apart: both texts, the fields of either, all tags', () => {
    const here = editNote(start, [{ ...start.note, text: 'from here', colour: 'red', tags: ['a'] }], 'here');
    const there = editNote(start, [{ ...start.note, text: 'from there', rating: 4, tags: ['b'] }], 'there');
    expect(here && there && mergeNotes(here, there)).toMatchObject({
      outcome: 'joined',
      merged: { note: { text: 'from here\n\nfrom there', colour: 'red', rating: 4, tags: ['a', 'b'] } },
    });
  });

  it('removes only what was not written into elsewhere', () => {
    const removed = editNote(start, ['remove'], 'there');
    const written = editNote(start, [{ ...start.note, text: 'more' }], 'here');
    expect(removed && mergeNotes(start, removed).merged.note.removedAt).not.toBeNull();
    expect(removed && written && mergeNotes(written, removed).merged.note).toMatchObject({
      text: 'more',
      removedAt: null,
    });
  });

  it('does not bring back what was removed so long ago that only the mark is left', () => {
    const removed = editNote(start, ['remove'], 'there');
    const emptied = removed && emptyRemoved(removed.note, (removed.note.removedAt ?? 0) + undoMs + 1);
    if (!removed || !emptied) throw new Error('Nothing was removed.');
    const mark = { note: emptied, versions: [] };
    for (const side of [removed, start]) expect(mergeNotes(mark, side).outcome).toBe('nothing');
    expect(mergeNotes(removed, mark).outcome).toBe('nothing');
    expect(mergeNotes(start, mark).merged.note.removedAt).toBe(removed.note.removedAt);
  });

  it('is not fooled by a copied profile, whose saves bear the same clocks', () => {
    const here = editNote(start, [{ ...start.note, text: 'of the first' }], 'here');
    const copy = editNote(start, [{ ...start.note, text: 'of the copy' }], 'here');
    const later = here && editNote(here, [{ ...here.note, colour: 'red' }], 'here');
    for (const side of [here, later])
      expect(side && copy && mergeNotes(side, copy).merged.note.text).toBe('of the copy\n\nof the first');
  });
});
