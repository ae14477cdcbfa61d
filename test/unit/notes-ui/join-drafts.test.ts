import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinDrafts } from '#components/notes/join-drafts.ts';
import { splitTags } from '#components/notes/tag-field.tsx';
import { emptyFields, isSameFields } from '#lib/notes/note-fields.ts';
import { noteColours, noteMarks, noteRatings, type NoteFields } from '#lib/notes/note.ts';

const drafts: fc.Arbitrary<NoteFields> = fc.record({
  text: fc.string(),
  colour: fc.constantFrom(...noteColours),
  tags: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
  mark: fc.constantFrom(...noteMarks),
  rating: fc.constantFrom(null, ...noteRatings),
});

describe('joining two versions of a note', () => {
  it('loses no word and no tag that either side has written', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (base, theirs, mine) => {
        const joined = joinDrafts(base, theirs, mine);
        for (const side of [theirs, mine])
          expect(side.text === base.text || joined.text.includes(side.text)).toBe(true);
        expect(joined.tags).toEqual(expect.arrayContaining([...theirs.tags, ...mine.tags]));
      }),
    );
  });

  it('takes the side that changed when the other did not', () => {
    fc.assert(
      fc.property(drafts, drafts, (base, changed) => {
        const tags = [...new Set([...base.tags, ...changed.tags])].toSorted();
        for (const joined of [joinDrafts(base, changed, base), joinDrafts(base, base, changed)])
          expect({ ...joined, tags: joined.tags.toSorted() }).toEqual({ ...changed, tags });
      }),
    );
  });

  it('does not write the same text twice', () => {
    const mine: NoteFields = { ...emptyFields, text: 'Late. Very late.', tags: ['a'], mark: 'avoid' };
    expect(joinDrafts(null, { ...mine, text: 'Late.' }, mine).text).toBe('Late. Very late.');
    expect(isSameFields(joinDrafts(null, mine, mine), mine)).toBe(true);
  });
});

describe('tags in a text', () => {
  it('are parted by commas, without blanks around them, none longer than may be', () => {
    expect(splitTags(' late payer, , avoid,')).toEqual(['late payer', 'avoid']);
    expect(splitTags('x'.repeat(50))).toEqual(['x'.repeat(40)]);
  });
});
