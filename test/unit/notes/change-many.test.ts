import { describe, expect, it } from 'vitest';
import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import { planManyChanges, type ManyChange, type ManyOutcome } from '#lib/notes/change-many.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { toVersion } from '#lib/notes/note-history.ts';
import type { NoteFields, NoteVersion, StoredNote } from '#lib/notes/note.ts';
import { undoMs } from '#lib/notes/revise.ts';
import { editNote, place, stampOf } from './note-arbitraries.ts';

const stamp = stampOf('here', 9_000_000);

/** A note on a loan after these edits. */
function noteOn(loan: number, ...edits: (Partial<NoteFields> | 'remove')[]): NoteWithHistory {
  const fill = (edit: Partial<NoteFields> | 'remove'): NoteFields | 'remove' =>
    edit === 'remove' ? edit : { ...emptyFields, text: 'a', ...edit };
  const side = editNote(undefined, edits.map(fill), 'here');
  if (side === undefined) throw new Error('No edit made a note.');
  const key = { loan: `loan:${loan}` as NoteKey };
  const onLoan = (version: NoteVersion): NoteVersion => ({ ...version, ...key });
  return {
    note: { ...side.note, ...key, history: { versions: side.versions.length, characters: 0 } },
    versions: side.versions.map(onLoan),
  };
}

function plan(
  sides: readonly NoteWithHistory[],
  change: ManyChange,
  seen: readonly number[] = sides.map(({ note }) => note.revision),
): { written: StoredNote[]; outcome: ManyOutcome; writes: NoteWithHistory[] } {
  const names = sides.map(({ note: { loan } }, i) => ({ loan, revision: seen[i] ?? 0 }));
  const { writes, outcome } = planManyChanges(sides, place.account, names, change, stamp);
  return { writes, outcome, written: writes.map(({ note }) => note) };
}

describe('one change of many notes', () => {
  it('adds a tag to each that has it not, as a save of its own with the past kept', () => {
    const sides = [noteOn(1, { tags: ['old'] }), noteOn(2, { tags: ['late'] }), noteOn(3, {})];
    const { writes, written, outcome } = plan(sides, { make: 'add-tag', tag: 'late' });
    expect(outcome).toEqual({
      changed: ['loan:1', 'loan:3'],
      merged: [],
      same: ['loan:2'],
      refused: [],
      full: [],
    });
    expect(written.map(({ tags }) => tags)).toEqual([['old', 'late'], ['late']]);
    expect(writes[0]?.versions).toEqual([toVersion((sides[0] as NoteWithHistory).note)]);
    expect(written[0]).toMatchObject({ revision: 2, changedAt: stamp.now, clock: { here: 2 } });
  });

  it.each<[ManyChange, Partial<NoteFields>]>([
    [{ make: 'remove-tag', tag: 'late' }, { tags: ['x'] }],
    [{ make: 'set-mark', mark: 'avoid' }, { mark: 'avoid' }],
    [{ make: 'set-colour', colour: 'red' }, { colour: 'red' }],
    [{ make: 'set-rating', rating: 5 }, { rating: 5 }],
    [{ make: 'set-rating', rating: null }, { rating: null }],
  ])('%j changes that field and no other', (change, expected) => {
    const before = { text: 'words', tags: ['late', 'x'], mark: 'watch', rating: 2 } as const;
    const { written } = plan([noteOn(1, before)], change);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ ...before, ...expected });
  });

  it('goes into what was written elsewhere meanwhile, in another field', () => {
    const side = noteOn(1, { text: 'seen' }, { text: 'written since', tags: ['new'] });
    const { written, outcome } = plan([side], { make: 'set-mark', mark: 'avoid' }, [1]);
    expect(outcome.merged).toEqual(['loan:1']);
    expect(written[0]).toMatchObject({ text: 'written since', tags: ['new'], mark: 'avoid' });
  });

  it('leaves a note as it is where the same field was changed elsewhere, or where it is gone', () => {
    const sides = [
      noteOn(1, {}, { mark: 'watch' }),
      noteOn(2, {}, 'remove'),
      { ...noteOn(3, {}, { text: 'b' }), versions: [] },
    ];
    const { written, outcome } = plan(sides, { make: 'set-mark', mark: 'avoid' }, [1, 1, 1]);
    expect(written).toEqual([]);
    expect(outcome.refused).toEqual(['loan:1', 'loan:2', 'loan:3']);
  });

  it('deletes only what stands as it was seen, and brings back what was deleted', () => {
    const sides = [noteOn(1, {}), noteOn(2, {}, { text: 'b' }), noteOn(3, {}, 'remove')];
    const removal = plan(sides, { make: 'remove' }, [1, 1, 2]);
    expect(removal.outcome).toMatchObject({ changed: ['loan:1'], refused: ['loan:2'], same: ['loan:3'] });
    expect(removal.written[0]).toMatchObject({ text: 'a', removedAt: stamp.now });
    const back = plan(sides, { make: 'bring-back' });
    expect(back.outcome).toMatchObject({ same: ['loan:1', 'loan:2'], changed: ['loan:3'] });
    expect(back.written[0]).toMatchObject({ text: 'a', removedAt: null });
  });

  it('brings nothing back after 30 days', () => {
    const side = noteOn(1, {}, 'remove');
    const late = { ...side, note: { ...side.note, removedAt: stamp.now - undoMs - 1 } };
    expect(plan([late], { make: 'bring-back' }).outcome.refused).toEqual(['loan:1']);
  });

  it('takes no note over the number of tags that it may have', () => {
    const tags = Array.from({ length: 20 }, (_, i) => `tag ${i}`);
    const { written, outcome } = plan([noteOn(1, { tags }), noteOn(2, {})], {
      make: 'add-tag',
      tag: 'one more',
    });
    expect(outcome).toMatchObject({ full: ['loan:1'], changed: ['loan:2'] });
    expect(written).toHaveLength(1);
  });

  it('touches no note of another account, and each one once', () => {
    const mine = noteOn(1, {});
    const other = { ...mine, note: { ...mine.note, account: 'other' as AccountId } };
    const seen = [mine, mine].map(({ note: { loan, revision } }) => ({ loan, revision }));
    const change = { make: 'set-colour', colour: 'blue' } as const;
    expect(planManyChanges([other], place.account, seen, change, stamp).outcome.refused).toEqual(['loan:1']);
    expect(planManyChanges([other, mine], place.account, seen, change, stamp).writes).toHaveLength(1);
  });
});
