import { describe, expect, it } from 'vitest';
import { describeOutcome } from '#components/notes-page/describe-outcome.ts';
import {
  chooseAll,
  extendChoice,
  keepListed,
  nothingChosen,
  toggleChoice,
} from '#components/notes-page/selection.ts';
import type { NoteKey } from '#lib/loan/ids.ts';

const keys = ['a', 'b', 'c', 'd', 'e'] as NoteKey[];
const [a, b, c, d, e] = keys as [NoteKey, NoteKey, NoteKey, NoteKey, NoteKey];

describe('the choice of notes', () => {
  it('takes one more or one less', () => {
    const both = toggleChoice(toggleChoice(nothingChosen, b), d);
    expect([...both.chosen]).toEqual([b, d]);
    expect([...toggleChoice(both, b).chosen]).toEqual([d]);
  });

  it('extends from the last choice in either direction, beside what is chosen already', () => {
    const from = toggleChoice(toggleChoice(nothingChosen, a), c);
    expect([...extendChoice(from, e, keys).chosen]).toEqual([a, c, d, e]);
    expect([...extendChoice(toggleChoice(nothingChosen, d), b, keys).chosen].toSorted()).toEqual([b, c, d]);
  });

  it('extends from nowhere to the one alone', () => {
    expect([...extendChoice(nothingChosen, c, keys).chosen]).toEqual([c]);
    expect([...extendChoice({ chosen: new Set(), anchor: 'gone' as NoteKey }, c, keys).chosen]).toEqual([c]);
  });

  it('holds nothing that is not listed', () => {
    const all = chooseAll(keys);
    expect([...keepListed(all, [b, e]).chosen]).toEqual([b, e]);
    expect(keepListed(all, keys)).toBe(all);
  });
});

describe('what became of many notes', () => {
  const none = { changed: [], merged: [], same: [], refused: [], full: [] };
  it.each([
    [{ ...none, changed: [a] }, '1 note deleted.'],
    [{ ...none, same: [a] }, 'Nothing was to be changed.'],
    [
      { ...none, changed: [a], merged: [b, c] },
      '3 notes deleted. 2 notes of these had been changed elsewhere: both changes are kept.',
    ],
    [
      { ...none, refused: [a] },
      '1 note had been changed elsewhere in the same place, and stayed as they are.',
    ],
    [{ ...none, changed: [a], full: [b] }, '1 note deleted. 1 note had no room for a further tag.'],
  ])('is told: %#', (outcome, sentence) => {
    expect(describeOutcome({ make: 'remove' }, outcome)).toBe(sentence);
  });
});
