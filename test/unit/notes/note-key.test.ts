import { describe, expect, it } from 'vitest';
import type { NoteKey } from '#lib/loan/ids.ts';
import { findSubject, listOtherKeys, nameSubject, noteKeyPattern } from '#lib/notes/note-key.ts';

const guid = '0000000a-1111-4111-8111-111111111111';

describe('what a note is about', () => {
  it.each([
    ['loan:1001', 'loan', 'loan 1001'],
    [`auction:${guid}`, 'loan', 'loan 0000000a…'],
    [`part:${guid}`, 'part', 'part 0000000a…'],
    [`listing:${guid}`, 'listing', 'listing 0000000a…'],
    ['borrower:BO1:x', 'borrower', 'borrower BO1:x'],
  ])('%s is a %s, called %s', (key, subject, name) => {
    expect(noteKeyPattern.test(key)).toBe(true);
    expect([findSubject(key as NoteKey), nameSubject(key as NoteKey)]).toEqual([subject, name]);
  });

  it.each(['', 'loan:', 'loan:x', 'loan:1 ', 'part:7', 'borrower:', 'borrower:a b', 'borrower:\u0000'])(
    '“%s” is nothing that can be noted',
    (key) => expect(noteKeyPattern.test(key)).toBe(false),
  );

  it('is found in the row, or else in what the mirror knows of it', () => {
    const record = { listingId: guid, loanPartId: guid, userName: 'BO1' };
    expect(listOtherKeys({}, record)).toEqual([`listing:${guid}`, `part:${guid}`, 'borrower:BO1']);
    expect(listOtherKeys({ loanPartId: guid }, null)).toEqual([`part:${guid}`]);
    expect(listOtherKeys({}, { userName: null })).toEqual([]);
  });
});
