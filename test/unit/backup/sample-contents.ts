import fc from 'fast-check';
import type { BackupContents } from '#lib/backup/backup-contents.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { BrowserId } from '#lib/notes/note-clock.ts';
import type { NoteWithHistory } from '#lib/notes/merge-notes.ts';
import { measureHistory } from '#lib/notes/note-history.ts';
import { editArbitrary, editNote } from '#test/unit/notes/note-arbitraries.ts';

export const account = '00000000-0000-4000-8000-00000000000a' as AccountId;
export const browserHere = '00000000-0000-4000-8000-0000000000b1' as BrowserId;
export const browserThere = '00000000-0000-4000-8000-0000000000b2' as BrowserId;

/** A note after edits, as a database would hold it. */
export function createSide(
  loan: number,
  edits: Parameters<typeof editNote>[1],
  browser: string,
  from?: NoteWithHistory,
): NoteWithHistory | undefined {
  const side = editNote(from, edits, browser);
  if (side === undefined) return undefined;
  const place = { account, loan: `loan:${loan}` as LoanKey };
  const versions = side.versions.map((version) => ({ ...version, ...place }));
  return { note: { ...side.note, ...place, history: measureHistory(versions) }, versions };
}

/** The notes of two browsers that were one once. */
export const pairArbitrary: fc.Arbitrary<[NoteWithHistory[], NoteWithHistory[]]> = fc
  .array(
    fc.tuple(
      fc.array(editArbitrary, { maxLength: 2 }),
      fc.array(editArbitrary, { maxLength: 2 }),
      fc.array(editArbitrary, { maxLength: 2 }),
    ),
    { maxLength: 5 },
  )
  .map((notes) => {
    const sides = notes.map(([before, here, there], loan) => {
      const base = createSide(loan, before, browserHere);
      return [
        createSide(loan, here, browserHere, base),
        createSide(loan, there, browserThere, base),
      ] as const;
    });
    const list = (at: 0 | 1): NoteWithHistory[] =>
      sides.map((side) => side[at]).filter((side) => side !== undefined);
    return [list(0), list(1)];
  });

export function createContents(notes: NoteWithHistory[]): BackupContents {
  return {
    madeAt: 1,
    browser: browserHere,
    accounts: [{ id: account, label: 'My account' }],
    notes,
    tags: [{ name: 'late', colour: 'red', isPreset: true, changedAt: 1, removedAt: null }],
    preferences: { version: 2, overlay: false },
  };
}
