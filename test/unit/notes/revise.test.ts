import { describe, expect, it } from 'vitest';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { NoteDraft } from '#lib/notes/note.ts';
import { removeNote, reviseNote } from '#lib/notes/revise.ts';

const place = { account: 'mine' as AccountId, loan: 'loan:1' as LoanKey };
const draft = (text: string): NoteDraft => ({ text, colour: 'none', tags: ['a', 'b', 'a'] });

describe('reviseNote', () => {
  it('makes a first note and counts its revisions', () => {
    const first = reviseNote(undefined, place, draft('one'), 0, 100);
    expect(first).toMatchObject({
      text: 'one',
      tags: ['a', 'b'],
      revision: 1,
      createdAt: 100,
      changedAt: 100,
    });
    expect(reviseNote(first, place, draft('two'), 1, 200)).toMatchObject({
      revision: 2,
      createdAt: 100,
      changedAt: 200,
    });
  });

  it('refuses a save over a revision that the person did not see, and hands back what stands', () => {
    const standing = reviseNote(undefined, place, draft('theirs'), 0, 100);
    expect(() => reviseNote(standing, place, draft('mine'), 0, 200)).toThrow(
      expect.objectContaining({
        code: 'revision-conflict',
        data: { current: expect.objectContaining({ text: 'theirs' }) },
      }),
    );
  });

  it('lets a new note follow a removed one without using its revisions again', () => {
    const removed = removeNote(reviseNote(undefined, place, draft('old'), 0, 100), 1, 150);
    expect(removed).toMatchObject({ revision: 2, removedAt: 150, text: 'old' });
    expect(reviseNote(removed, place, draft('new'), 0, 200)).toMatchObject({
      revision: 3,
      createdAt: 200,
      removedAt: null,
    });
    expect(() => reviseNote(removed, place, draft('late'), 1, 200)).toThrow(
      expect.objectContaining({ code: 'revision-conflict', data: { current: null } }),
    );
  });
});
