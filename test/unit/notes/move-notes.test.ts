import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { describeMove, planMove, type NotesMove } from '#lib/notes/move-notes.ts';
import { emptyFields, isEmpty } from '#lib/notes/note-fields.ts';
import type { NoteFields, NoteVersion } from '#lib/notes/note.ts';
import { editArbitrary, editNote, stampOf } from './note-arbitraries.ts';

const from = 'from' as AccountId;
const to = 'to' as AccountId;
const all: NotesMove = { from, to, loans: null };
const stamp = stampOf('here', 9_000_000);

/** The note of an account after these edits; undefined when they left none. */
function noteIn(
  account: AccountId,
  edits: Parameters<typeof editNote>[1],
  loan = 'loan:1' as NoteKey,
): NoteWithHistory | undefined {
  const side = editNote(undefined, edits, 'here');
  const inPlace = (version: NoteVersion): NoteVersion => ({ ...version, account, loan });
  return (
    side && {
      note: { ...side.note, account, loan, history: { versions: side.versions.length, characters: 0 } },
      versions: side.versions.map(inPlace),
    }
  );
}

const written = (change: Partial<NoteFields>): NoteFields => ({ ...emptyFields, ...change });

/** What stands after the writes, by account. */
function apply(
  sides: readonly (NoteWithHistory | undefined)[],
  writes: readonly NoteWithHistory[],
): Map<AccountId, NoteWithHistory> {
  const known = sides.filter((side) => side !== undefined);
  return new Map([...known, ...writes].map((side) => [side.note.account, side]));
}

describe('moving notes', () => {
  it('takes a note with its past to a place where none stands', () => {
    const side = noteIn(from, [written({ text: 'one' }), written({ text: 'two', mark: 'avoid' })]);
    const { writes, counts } = planMove([side as NoteWithHistory], all, stamp);
    expect(counts).toEqual({ moved: 1, joined: 0, stay: 0 });
    const after = apply([side], writes);
    expect(after.get(to)?.note).toMatchObject({ text: 'two', mark: 'avoid', revision: 2, removedAt: null });
    expect(after.get(to)?.note.changedAt).toBe(side?.note.changedAt);
    expect(after.get(to)?.versions.map(({ text, account }) => [text, account])).toEqual([['one', to]]);
    expect(after.get(from)?.note).toMatchObject({ text: '', removedAt: stamp.now });
    expect(after.get(from)?.versions.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('joins two notes on one loan: both texts, all tags, the later colour', () => {
    const goal = noteIn(to, [written({ text: 'theirs', colour: 'red', tags: ['a'] })]);
    const side = noteIn(from, [
      written({ text: 'x' }),
      written({ text: 'mine', colour: 'blue', tags: ['b'] }),
    ]);
    const { writes, counts } = planMove([goal, side] as NoteWithHistory[], all, stamp);
    expect(counts).toEqual({ moved: 0, joined: 1, stay: 0 });
    const { note, versions } = apply([goal, side], writes).get(to) as NoteWithHistory;
    expect(note).toMatchObject({ text: 'mine\n\ntheirs', colour: 'blue', tags: ['a', 'b'] });
    expect(versions.map(({ text }) => text)).toEqual(['theirs', 'x', 'mine']);
  });

  it('loses no word of either account, whatever stood there, and does nothing when done again', () => {
    const edits = fc.array(editArbitrary, { maxLength: 4 });
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const sides = [noteIn(from, mine), noteIn(to, theirs)];
        const known = sides.filter((side) => side !== undefined);
        const { writes, counts } = planMove(known, all, stamp);
        const after = apply(sides, writes);
        const goal = after.get(to);
        const kept = [goal?.note.text ?? '', ...(goal?.versions ?? []).map(({ text }) => text)];
        const standing = known.filter(({ note }) => note.removedAt === null);
        for (const { note } of standing) expect(goal?.note.text).toContain(note.text);
        for (const { note } of standing)
          expect(goal?.note.tags).toEqual(expect.arrayContaining([...note.tags]));
        const moved = counts.moved + counts.joined > 0;
        expect(moved).toBe(sides[0]?.note.removedAt === null);
        for (const { note, versions } of moved ? known : [])
          for (const { text } of [...versions, note])
            expect(kept.some((words) => words.includes(text))).toBe(true);
        const revisions = (goal?.versions ?? []).map(({ revision }) => revision);
        expect(new Set(revisions).size).toBe(revisions.length);
        expect(revisions.every((revision) => revision < (goal?.note.revision ?? 0))).toBe(true);
        if (moved) expect(isEmpty(after.get(from)?.note ?? written({ text: 'x' }))).toBe(true);
        expect(planMove([...after.values()], all, stamp).writes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves notes where they are that joined would be longer than a note may be', () => {
    const goal = noteIn(to, [written({ text: 'x'.repeat(600_000) })]);
    const side = noteIn(from, [written({ text: 'y'.repeat(600_000) })]);
    const { writes, counts } = planMove([goal, side] as NoteWithHistory[], all, stamp);
    expect(writes).toEqual([]);
    expect(counts.stay).toBe(1);
  });

  it('takes only the notes that were asked for, and none to where they are', () => {
    const sides = [1, 2].map((n) => noteIn(from, [written({ text: 'a' })], `loan:${n}` as NoteKey));
    const known = sides as NoteWithHistory[];
    const some = planMove(known, { ...all, loans: ['loan:2' as NoteKey] }, stamp);
    expect(some.writes.map(({ note }) => note.loan)).toEqual(['loan:2', 'loan:2']);
    expect(planMove(known, { ...all, to: from }, stamp).writes).toEqual([]);
  });

  it('is told in words and counts', () => {
    expect(describeMove({ moved: 1, joined: 2, stay: 0 })).toEqual([
      '1 note moves.',
      '2 notes are joined with those that stand there: both texts stay.',
    ]);
    expect(describeMove({ moved: 0, joined: 0, stay: 0 })).toEqual(['There is no note to move.']);
  });
});
