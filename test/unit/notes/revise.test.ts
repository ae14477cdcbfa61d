import { describe, expect, it } from 'vitest';
import { emptyFields } from '#lib/notes/note-fields.ts';
import type { NoteDraft } from '#lib/notes/note.ts';
import { bringBackNote, emptyRemoved, removeNote, reviseNote, undoMs } from '#lib/notes/revise.ts';
import { place, stampOf } from './note-arbitraries.ts';

const draft = (text: string): NoteDraft => ({ text, colour: 'none', tags: ['a', 'b', 'a'] });
const at = (now: number): ReturnType<typeof stampOf> => stampOf('here', now);

describe('reviseNote', () => {
  it('makes a first note and counts its revisions', () => {
    const first = reviseNote(undefined, place, draft('one'), 0, at(100));
    expect(first).toMatchObject({
      text: 'one',
      tags: ['a', 'b'],
      mark: 'none',
      rating: null,
      revision: 1,
      createdAt: 100,
      changedAt: 100,
      clock: { here: 1 },
    });
    expect(reviseNote(first, place, draft('two'), 1, at(200))).toMatchObject({
      revision: 2,
      createdAt: 100,
      changedAt: 200,
      clock: { here: 2 },
    });
  });

  it('leaves mark and rating as they were when the save does not speak of them', () => {
    const first = reviseNote(undefined, place, { ...draft('one'), mark: 'avoid', rating: 2 }, 0, at(1));
    expect(reviseNote(first, place, draft('two'), 1, at(2))).toMatchObject({ mark: 'avoid', rating: 2 });
  });

  it('refuses a save over a text that the person did not see, and hands back what stands', () => {
    const standing = reviseNote(undefined, place, draft('theirs'), 0, at(100));
    expect(() => reviseNote(standing, place, draft('mine'), 0, at(200))).toThrow(
      expect.objectContaining({
        code: 'revision-conflict',
        data: { current: expect.objectContaining({ text: 'theirs' }), fields: ['text'] },
      }),
    );
  });

  it('merges a save over a newer revision where both sides changed other fields', () => {
    const base = reviseNote(undefined, place, { text: 'seen', colour: 'none', tags: ['a'] }, 0, at(1));
    const theirs = { text: 'seen', colour: 'red', tags: ['a', 'theirs'], mark: 'avoid' } as const;
    const standing = reviseNote(base, place, theirs, 1, at(2));
    const mine = { text: 'mine', colour: 'none', tags: ['mine'], rating: 3 } as const;
    expect(reviseNote(standing, place, mine, 1, at(3), base)).toMatchObject({
      text: 'mine',
      colour: 'red',
      tags: ['theirs', 'mine'],
      mark: 'avoid',
      rating: 3,
      revision: 3,
    });
  });

  it('asks the person when the version they saw is no longer known', () => {
    const base = reviseNote(undefined, place, draft('one'), 0, at(1));
    const standing = reviseNote(base, place, { ...draft('one'), colour: 'red' }, 1, at(2));
    expect(() => reviseNote(standing, place, draft('two'), 1, at(3))).toThrow(
      expect.objectContaining({ code: 'revision-conflict' }),
    );
  });

  it('lets a new note follow a removed one without using its revisions again', () => {
    const removed = removeNote(reviseNote(undefined, place, draft('old'), 0, at(100)), 1, at(150));
    expect(removed).toMatchObject({ revision: 2, removedAt: 150, text: 'old' });
    expect(reviseNote(removed, place, draft('new'), 0, at(200))).toMatchObject({
      revision: 3,
      createdAt: 200,
      removedAt: null,
      clock: { here: 3 },
    });
    expect(() => reviseNote(removed, place, draft('late'), 1, at(200))).toThrow(
      expect.objectContaining({ code: 'revision-conflict', data: { current: null, fields: [] } }),
    );
  });
});

describe('a removed note', () => {
  const removed = removeNote(reviseNote(undefined, place, draft('old'), 0, at(100)), 1, at(200));
  if (removed === undefined) throw new Error('Nothing was removed.');

  it('can be brought back for 30 days', () => {
    expect(bringBackNote(removed, at(200 + undoMs))).toMatchObject({
      text: 'old',
      removedAt: null,
      revision: 3,
    });
    expect(emptyRemoved(removed, 200 + undoMs)).toBeUndefined();
  });

  it('is a bare mark of the removal after them', () => {
    const late = at(201 + undoMs);
    expect(() => bringBackNote(removed, late)).toThrow(expect.objectContaining({ code: 'not-found' }));
    const emptied = emptyRemoved(removed, late.now);
    expect(emptied).toMatchObject({ ...emptyFields, removedAt: 200, revision: 2, clock: removed.clock });
    expect(emptied && emptyRemoved(emptied, late.now)).toBeUndefined();
  });
});
