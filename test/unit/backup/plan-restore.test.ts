import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNotes, describeDifference } from '#lib/backup/difference.ts';
import { planMerge, planRestore } from '#lib/backup/plan-restore.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { isSameFields } from '#lib/notes/note-fields.ts';
import { stampOf } from '#test/unit/notes/note-arbitraries.ts';
import { browserHere, pairArbitrary } from './sample-contents.ts';

const stamp = stampOf(browserHere, 1_000_000);

/** The notes with those that were written in their place. */
function write(notes: readonly NoteWithHistory[], writes: readonly NoteWithHistory[]): NoteWithHistory[] {
  const all = new Map([...notes, ...writes].map((side) => [side.note.loan, side]));
  return [...all.values()].toSorted((a, b) => (a.note.loan < b.note.loan ? -1 : 1));
}

function tell(notes: readonly NoteWithHistory[]): unknown[] {
  return notes.map(({ note: { loan, text, colour, tags, mark, rating, removedAt } }) =>
    removedAt === null
      ? { loan, text, colour, tags: tags.toSorted(), mark, rating }
      : { loan, removed: true },
  );
}

function standing(notes: readonly NoteWithHistory[]): unknown[] {
  return tell(notes.filter(({ note }) => note.removedAt === null));
}

function expectNothingLost(before: readonly NoteWithHistory[], after: readonly NoteWithHistory[]): void {
  for (const { note, versions } of before) {
    const kept = after.find((side) => side.note.loan === note.loan);
    for (const written of [note, ...versions])
      expect([kept?.note, ...(kept?.versions ?? [])].some((now) => now && isSameFields(now, written))).toBe(
        true,
      );
  }
}

describe('merging the file of another browser', () => {
  it('comes to the same notes in both, and changes nothing the second time', () => {
    fc.assert(
      fc.property(pairArbitrary, ([here, there]) => {
        const merged = write(here, planMerge(here, there).writes);
        expect(tell(merged)).toEqual(tell(write(there, planMerge(there, here).writes)));
        expect(planMerge(merged, there).writes).toEqual([]);
      }),
    );
  });

  it('loses nothing that a person wrote on either side', () => {
    fc.assert(
      fc.property(pairArbitrary, ([here, there]) => {
        const merged = write(here, planMerge(here, there).writes);
        expectNothingLost([...here, ...there], merged);
      }),
    );
  });
});

describe('restoring a file', () => {
  it('makes the notes those of the file, loses nothing, and changes nothing the second time', () => {
    fc.assert(
      fc.property(pairArbitrary, ([here, there]) => {
        const restored = write(here, planRestore(here, there, stamp).writes);
        expect(standing(restored)).toEqual(standing(write([], there)));
        expectNothingLost(here, restored);
        expect(planRestore(restored, there, stamp).writes).toEqual([]);
      }),
    );
  });

  it('can be undone by restoring what stood before', () => {
    fc.assert(
      fc.property(pairArbitrary, ([here, there]) => {
        const restored = write(here, planRestore(here, there, stamp).writes);
        const undone = write(restored, planRestore(restored, here, stamp).writes);
        expect(standing(undone)).toEqual(standing(write([], here)));
      }),
    );
  });

  it('tells before what it would change', () => {
    fc.assert(
      fc.property(pairArbitrary, ([here, there]) => {
        const { writes } = planRestore(here, there, stamp);
        const told = compareNotes(here, writes);
        expect(Object.values(told.notes).reduce((sum, count) => sum + count, 0)).toBe(writes.length);
        const words = describeDifference({ ...told, tags: 0, settings: [] });
        expect(words.length).toBeGreaterThan(0);
        if (writes.length === 0) expect(words).toEqual(['Nothing changes: all of it is here already.']);
      }),
    );
  });
});

describe('a difference in words', () => {
  it('counts what is added, changed, deleted and left, one sentence each', () => {
    const notes = { added: 1, changed: 2, removed: 1, 'brought-back': 0, history: 0 };
    expect(describeDifference({ notes, same: 3, tags: 1, settings: ['views'], examples: [] })).toEqual([
      '1 note is added.',
      '2 notes change.',
      '1 note is deleted; for 30 days it can be brought back.',
      '1 tag changes.',
      'Settings change: views.',
      '3 notes stay as they are.',
    ]);
  });
});
